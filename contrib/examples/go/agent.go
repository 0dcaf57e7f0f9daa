// The smallest complete agent's client: signs in, follows the stream, connects to what becomes ready, and goes on where
// it was when the connection is lost. The standard library only.
//
//	go run agent.go [CURSOR]
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"
)

type message struct {
	ID     string `json:"id"`
	Method string `json:"method"`
	Params struct {
		Cursor         string `json:"cursor"`
		Type           string `json:"type"`
		SessionRequest *struct {
			ID int64 `json:"id"`
		} `json:"sessionRequest"`
	} `json:"params"`
	Result struct {
		Cursor string `json:"cursor"`
		Launch struct {
			Argv []string `json:"argv"`
		} `json:"launch"`
	} `json:"result"`
	Error *struct {
		Message string `json:"message"`
		Data    struct {
			Reason string `json:"reason"`
		} `json:"data"`
	} `json:"error"`
}

type agent struct {
	connection net.Conn
	cursor     string // The last one that was dealt with: where to go on.
}

func socketPath() string {
	if path := os.Getenv("SESSION_REQUEST_SOCKET"); path != "" {
		return path
	}
	if directory := os.Getenv("XDG_RUNTIME_DIR"); directory != "" {
		own := filepath.Join(directory, "session-requestd/agent.sock")
		if _, err := os.Stat(own); err == nil {
			return own
		}
	}
	return "/run/session-requestd/agent.sock"
}

// ask sends a call. The id says what was asked, and comes back with the answer.
func (a *agent) ask(id, method string, params any) {
	line, _ := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": id, "method": method, "params": params})
	// That the connection is lost, the reader finds out.
	_, _ = a.connection.Write(append(line, '\n'))
}

func (a *agent) subscribe() {
	a.ask("subscribe", "events.subscribe", map[string]any{"since": a.cursor})
}

func (a *agent) answered(m message) {
	reason := ""
	if m.Error != nil {
		reason = m.Error.Data.Reason
	}
	switch {
	case strings.HasPrefix(m.ID, "connect ") && m.Error == nil:
		fmt.Printf("connected %s: %s\n", m.ID[len("connect "):], strings.Join(m.Result.Launch.Argv, " "))
	case reason == "already_connected" || reason == "already_claimed":
		fmt.Printf("%s: somebody else was faster\n", m.ID)
	case m.ID == "subscribe" && reason == "cursor_expired":
		fmt.Printf("events are gone since %s; going on from now\n", a.cursor)
		a.cursor = "now"
		a.subscribe()
	case m.Error != nil:
		fmt.Printf("%s: %s [%s]\n", m.ID, m.Error.Message, reason)
	case m.ID == "subscribe":
		a.cursor = m.Result.Cursor
		fmt.Printf("following from %s\n", a.cursor)
	}
}

func (a *agent) notified(m message) {
	switch m.Method {
	case "events.event":
		id := ""
		if m.Params.SessionRequest != nil {
			id = fmt.Sprint(m.Params.SessionRequest.ID)
		}
		a.cursor = m.Params.Cursor
		fmt.Printf("%s %s %s\n", a.cursor, m.Params.Type, id)
		if m.Params.Type == "sessionRequest.granted" {
			// With a lease it is connected as long as this connection lives, and no longer.
			a.ask("connect "+id, "sessionRequest.connect",
				map[string]any{"id": m.Params.SessionRequest.ID, "lease": true})
		}
	case "events.sync":
		a.cursor = m.Params.Cursor
	}
}

// serve serves one connection until it is lost.
func (a *agent) serve() {
	defer a.connection.Close()
	a.ask("sign in", "client.signIn", map[string]any{"name": "example-go", "version": "1.0.0"})
	a.subscribe()
	lines := bufio.NewReader(a.connection)
	for {
		line, err := lines.ReadBytes('\n')
		var m message
		if err != nil || json.Unmarshal(line, &m) != nil {
			return
		}
		if m.Method != "" {
			a.notified(m)
		} else {
			a.answered(m)
		}
	}
}

func main() {
	a := agent{cursor: "now"}
	if len(os.Args) > 1 {
		a.cursor = os.Args[1]
	}
	rand.Seed(time.Now().UnixNano() ^ int64(os.Getpid()))
	wait, reached := 100*time.Millisecond, false
	for {
		connection, err := net.Dial("unix", socketPath())
		if err == nil {
			a.connection = connection
			a.serve()
			wait, reached = 100*time.Millisecond, true
		} else if !reached {
			fmt.Fprintln(os.Stderr, "cannot reach the service: is session-requestd.socket enabled, and may you open it?")
			os.Exit(2)
		}
		// Longer each time, and by chance, so that many clients do not come back at once.
		time.Sleep(wait/2 + time.Duration(rand.Int63n(int64(wait/2))))
		if wait < 30*time.Second {
			wait *= 2
		}
	}
}
