// Draws cards as Teams would, in a page that has loaded `adaptivecards`. Used by teams_pictures.py.
// The colours are those of Microsoft's own card designer; high contrast is made here: black, white, and yellow to press.
function contrast(config) {
  const colour = { default: "#ffffff", subtle: "#ffffff", highlightColors: { default: "#404040", subtle: "#404040" } };
  const names = ["default", "accent", "good", "warning", "attention", "dark", "light"];
  const colours = Object.fromEntries(names.map((name) => [name, colour]));
  const style = { backgroundColor: "#000000", foregroundColors: colours };
  const styles = ["default", "emphasis", "good", "warning", "attention", "accent"];
  return { ...config, separator: { lineThickness: 1, lineColor: "#ffffff" },
    containerStyles: Object.fromEntries(styles.map((name) => [name, style])) };
}

const LOOKS = {
  light: { page: "#f5f5f5", card: "#ffffff", line: "#e0e0e0", text: "#242424", button: "#ffffff", primary: "#5b5fc7", danger: "#c4314b" },
  dark: { page: "#1f1f1f", card: "#2d2c2c", line: "#484644", text: "#ffffff", button: "#2d2c2c", primary: "#5b5fc7", danger: "#c4314b" },
  contrast: { page: "#000000", card: "#000000", line: "#ffffff", text: "#ffffff", button: "#000000", primary: "#000000", danger: "#000000" },
};

function draw({ activities, config, theme, width }) {
  const look = LOOKS[theme];
  const sheet = document.createElement("style");
  sheet.textContent = `
    body { margin: 0; padding: 20px; background: ${look.page}; color: ${look.text}; width: ${width}px; font: 14px "Segoe UI", Tahoma, Geneva, Verdana, sans-serif; }
    .card { background: ${look.card}; border: 1px solid ${look.line}; border-radius: 6px; overflow: hidden; margin-bottom: 12px; line-height: 1.43; }
    .ac-pushButton, .ac-input.ac-textInput { font: 14px Arial, sans-serif; }
    .ac-pushButton { flex: 0 1 auto; padding: 6px 14px; margin: 0; border-radius: 4px; border: 1px solid ${theme === "contrast" ? "#ffff00" : look.line}; background: ${look.button}; color: ${theme === "contrast" ? "#ffff00" : look.text}; cursor: pointer; }
    .ac-pushButton.style-positive { background: ${look.primary}; color: ${theme === "contrast" ? "#ffff00" : "#fff"}; border-color: ${theme === "contrast" ? "#ffff00" : look.primary}; font-weight: 600; }
    .ac-pushButton.style-destructive { color: ${theme === "contrast" ? "#ffff00" : look.danger}; border-color: ${theme === "contrast" ? "#ffff00" : look.danger}; background: ${look.button}; }
    .ac-input.ac-textInput { width: 100%; box-sizing: border-box; padding: 8px; min-height: 90px; border: 1px solid ${look.line}; border-radius: 4px; background: ${look.page}; color: inherit; }
    .ac-input::placeholder { color: inherit; opacity: .75; }
    a.ac-anchor { color: ${theme === "contrast" ? "#ffff00" : theme === "dark" ? "#a6a7dc" : "#4f52b2"}; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-selectable { cursor: pointer; }`;
  document.head.append(sheet);
  for (const activity of activities) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(theme === "contrast" ? contrast(config) : config);
    card.parse(activity.attachments[0].content);
    const complaints = card.validateProperties().validationEvents.map((event) => event.message);
    if (complaints.length) throw new Error(complaints.join("\n"));
    const frame = document.createElement("div");
    frame.className = "card";
    frame.append(card.render());
    document.body.append(frame);
  }
}
