// The smallest complete agent's client: signs in, follows the stream, connects to what becomes ready, and goes on where
// it was when the connection is lost. Node's own modules only.
//
//   node agent.mjs [CURSOR]
import { existsSync } from "node:fs";
import { createConnection } from "node:net";
import { createInterface } from "node:readline";

let cursor = process.argv[2] ?? "now"; // The last one that was dealt with: where to go on.
let reached = false;
let wait = 100;

function socketPath() {
  const own = `${process.env.XDG_RUNTIME_DIR}/session-requestd/agent.sock`;
  if (process.env.SESSION_REQUEST_SOCKET) return process.env.SESSION_REQUEST_SOCKET;
  return process.env.XDG_RUNTIME_DIR && existsSync(own) ? own : "/run/session-requestd/agent.sock";
}

function run() {
  const socket = createConnection(socketPath());
  // The id says what was asked, and comes back with the answer.
  const ask = (id, method, params) => socket.write(`${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`);
  const subscribe = () => ask("subscribe", "events.subscribe", { since: cursor });

  function answered(id, result, error) {
    const reason = error?.data.reason;
    if (id.startsWith("connect ") && !error) {
      console.log(`connected ${id.slice(8)}: ${result.launch.argv.join(" ")}`);
    } else if (reason === "already_connected" || reason === "already_claimed") {
      console.log(`${id}: somebody else was faster`);
    } else if (id === "subscribe" && reason === "cursor_expired") {
      console.log(`events are gone since ${cursor}; going on from now`);
      cursor = "now";
      subscribe();
    } else if (error) {
      console.log(`${id}: ${error.message} [${reason}]`);
    } else if (id === "subscribe") {
      cursor = result.cursor;
      console.log(`following from ${cursor}`);
    }
  }

  function notified(method, params) {
    if (method === "events.event") {
      const id = params.sessionRequest?.id ?? "";
      cursor = params.cursor;
      console.log(`${cursor} ${params.type} ${id}`);
      // With a lease it is connected as long as this connection lives, and no longer.
      if (params.type === "sessionRequest.granted") ask(`connect ${id}`, "sessionRequest.connect", { id, lease: true });
    } else if (method === "events.sync") {
      cursor = params.cursor;
    }
  }

  socket.on("connect", () => {
    reached = true;
    wait = 100;
    ask("sign in", "client.signIn", { name: "example-node", version: "1.0.0" });
    subscribe();
  });
  socket.on("error", () => {
    if (reached) return;
    console.error("cannot reach the service: is session-requestd.socket enabled, and may you open it?");
    process.exit(2);
  });
  socket.on("close", () => {
    // Longer each time, and by chance, so that many clients do not come back at once.
    setTimeout(run, wait / 2 + Math.random() * (wait / 2));
    wait = Math.min(wait * 2, 30000);
  });
  createInterface({ input: socket, crlfDelay: Infinity }).on("line", (line) => {
    const message = JSON.parse(line);
    if (message.method) notified(message.method, message.params);
    else answered(message.id, message.result, message.error);
  }).on("error", () => {});
}

run();
