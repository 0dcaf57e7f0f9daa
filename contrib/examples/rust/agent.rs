//! The smallest complete agent's client: signs in, follows the stream, connects to what becomes ready, and goes on
//! where it was when the connection is lost. The standard library only.
//!
//!     rustc -O agent.rs && ./agent [CURSOR]

mod json;

use json::Json;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

struct Agent {
    connection: UnixStream,
    /// The last one that was dealt with: where to go on.
    cursor: String,
}

fn socket_path() -> String {
    let named = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let own = named("XDG_RUNTIME_DIR").map(|directory| directory + "/session-requestd/agent.sock");
    named("SESSION_REQUEST_SOCKET")
        .or(own.filter(|path| std::path::Path::new(path).exists()))
        .unwrap_or_else(|| "/run/session-requestd/agent.sock".into())
}

impl Agent {
    /// Sends a call. The id says what was asked, and comes back with the answer.
    fn ask(&mut self, id: &str, method: &str, params: &str) {
        let line = format!("{{\"jsonrpc\":\"2.0\",\"id\":\"{id}\",\"method\":\"{method}\",\"params\":{params}}}\n");
        // That the connection is lost, the reader finds out.
        let _ = self.connection.write_all(line.as_bytes());
    }

    fn subscribe(&mut self) {
        let params = format!("{{\"since\":{}}}", json::quoted(&self.cursor));
        self.ask("subscribe", "events.subscribe", &params);
    }

    fn answered(&mut self, id: &str, message: &Json) {
        let error = message.get("error");
        let reason = message.at(&["error", "data", "reason"]).and_then(Json::text).unwrap_or("");
        match (id, error, reason) {
            (_, _, "already_connected" | "already_claimed") => println!("{id}: somebody else was faster"),
            ("subscribe", _, "cursor_expired") => {
                println!("events are gone since {}; going on from now", self.cursor);
                self.cursor = "now".into();
                self.subscribe();
            }
            (_, Some(error), _) => {
                println!("{id}: {} [{reason}]", error.get("message").and_then(Json::text).unwrap_or(""))
            }
            ("subscribe", None, _) => {
                if let Some(cursor) = message.at(&["result", "cursor"]).and_then(Json::text) {
                    self.cursor = cursor.into();
                    println!("following from {cursor}");
                }
            }
            _ => {
                if let (Some(number), Some(Json::Array(words))) =
                    (id.strip_prefix("connect "), message.at(&["result", "launch", "argv"]))
                {
                    let words: Vec<&str> = words.iter().filter_map(Json::text).collect();
                    println!("connected {number}: {}", words.join(" "));
                }
            }
        }
    }

    fn notified(&mut self, method: &str, params: &Json) {
        let cursor = match params.get("cursor").and_then(Json::text) {
            Some(cursor) => cursor,
            None => return,
        };
        if method == "events.event" || method == "events.sync" {
            self.cursor = cursor.into();
        }
        if method == "events.event" {
            let kind = params.get("type").and_then(Json::text).unwrap_or("");
            let id = params.at(&["sessionRequest", "id"]).map(Json::number).unwrap_or("");
            println!("{cursor} {kind} {id}");
            if kind == "sessionRequest.granted" {
                // With a lease it is connected as long as this connection lives, and no longer.
                let params = format!("{{\"id\":{id},\"lease\":true}}");
                self.ask(&format!("connect {id}"), "sessionRequest.connect", &params);
            }
        }
    }

    /// Serves one connection until it is lost.
    fn serve(&mut self) -> std::io::Result<()> {
        let mut lines = BufReader::new(self.connection.try_clone()?);
        let mut line = String::new();
        self.ask("sign in", "client.signIn", "{\"name\":\"example-rust\",\"version\":\"1.0.0\"}");
        self.subscribe();
        while lines.read_line(&mut line)? > 0 {
            if let Some(message) = json::parsed(&line) {
                match (message.get("method").and_then(Json::text), message.get("params")) {
                    (Some(method), Some(params)) => self.notified(method, params),
                    _ => self.answered(message.get("id").and_then(Json::text).unwrap_or(""), &message),
                }
            }
            line.clear();
        }
        Ok(())
    }
}

/// From 0 up to `bound`, differently in each process.
fn chance(bound: u64) -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map(|time| time.subsec_nanos()).unwrap_or(0);
    (u64::from(now) / 1000 + u64::from(std::process::id())) % bound
}

fn main() {
    let mut cursor = std::env::args().nth(1).unwrap_or_else(|| "now".into());
    let (mut wait, mut reached) = (100, false);
    loop {
        match UnixStream::connect(socket_path()) {
            Ok(connection) => {
                let mut agent = Agent { connection, cursor };
                // However it ends, it is made again.
                let _ = agent.serve();
                cursor = agent.cursor;
                (wait, reached) = (100, true);
            }
            Err(_) if !reached => {
                eprintln!("cannot reach the service: is session-requestd.socket enabled, and may you open it?");
                std::process::exit(2);
            }
            Err(_) => (),
        }
        // Longer each time, and by chance, so that many clients do not come back at once.
        std::thread::sleep(Duration::from_millis(wait / 2 + chance(wait / 2)));
        wait = (wait * 2).min(30_000);
    }
}
