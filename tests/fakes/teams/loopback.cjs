// Loaded by node before anything else: the process listens on 127.0.0.1 and nowhere else, connects
// to this machine and nowhere else, and ends with whoever started it (when its input is closed).
const net = require("node:net");

const HERE = new Set(["127.0.0.1", "localhost", "::1"]);
const listen = net.Server.prototype.listen;
const connect = net.Socket.prototype.connect;

net.Server.prototype.listen = function (where, ...others) {
  const port = where !== null && typeof where === "object" ? where.port : where;
  const done = others.find((one) => typeof one === "function");
  return listen.call(this, { port, host: "127.0.0.1" }, done);
};

net.Socket.prototype.connect = function (...given) {
  const [first, second] = given.flat(); // node itself gives [options, done]
  const options = first !== null && typeof first === "object" ? first : { port: first, host: second };
  const host = typeof options.host === "string" ? options.host : "localhost";
  if (options.path || HERE.has(host)) return connect.apply(this, given);
  process.stderr.write(`refused to connect to ${host}\n`);
  process.nextTick(() => this.destroy(new Error(`refused: ${host}`)));
  return this;
};

process.stdin.on("end", () => process.exit(0)).resume();
