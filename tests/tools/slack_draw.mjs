// Draws posts as Slack would: reads {posts, theme, width} as JSON, writes a page. Used by slack_pictures.py.
import fs from "node:fs";
import React from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Message } from "slack-blocks-to-jsx";

const { posts, theme, width } = JSON.parse(fs.readFileSync(0, "utf8"));
const style = fs.readFileSync(new URL("./node_modules/slack-blocks-to-jsx/dist/style.css", import.meta.url), "utf8");
const icon = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="#0b6e6e"/><text x="18" y="25" font-size="20" fill="#fff" text-anchor="middle" font-family="sans-serif">J</text></svg>');
const drawn = posts.map((post) => renderToStaticMarkup(React.createElement(Message, {
  blocks: post.blocks, name: "Jourfix", logo: icon, time: new Date(2026, 5, 15, 9, 30), theme, data: {},
})));
process.stdout.write(`<!doctype html><meta charset="utf-8"><style>${style}
  body { margin: 20px; width: ${width}px; background: ${theme === "dark" ? "#1a1d21" : "#fff"} }</style>${drawn.join("")}`);
