internal import GRDB

/// The shapes that the database has had, in order. A released one is never changed: a new one is added.
enum Migrations {
    /// "SREQ", the mark in the header of the file that tells our databases from others.
    static let applicationID: Int64 = 0x5352_4551

    /// How many there are. The last one done stands in the header of the file, as SQLite's `user_version`.
    static var count: Int64 { Int64(all.count) }

    static let all = [
        ("1: the log and the desk", desk), ("2: search", search), ("3: fewer pages for a change", fewerPages),
        ("4: what leaves the machine", outbox), ("5: who is signed in", signedIn),
    ]

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, (name, sql)) in all.enumerated() {
            migrator.registerMigration(name) { db in
                try db.execute(sql: sql)
                try db.execute(
                    sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }

    /// `events` is the truth: the body of an event holds the whole request as it was then. `requests` is an index of it:
    /// what lists and look-ups need, and the place of the event that holds the request as it is now.
    ///
    /// Each index costs a create a page of SQLite's log, so there are few. Numbers are handed out by the writer, which
    /// knows the last ones. Codes have no index: they are random, every one would touch a page of its own, which costs as
    /// much as all the rest of a create; see `LiveCodes`. `tallies` counts requests by status and assignee, and in the
    /// row of status -1 the events of the log.
    private static let desk = """
        CREATE TABLE facts (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE events (
            seq INTEGER PRIMARY KEY,
            type TEXT NOT NULL,
            at INTEGER NOT NULL,
            request INTEGER,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX events_of_request ON events (request) WHERE request IS NOT NULL;
        CREATE INDEX events_of_nobody ON events (seq) WHERE request IS NULL;
        CREATE TABLE requests (
            id INTEGER PRIMARY KEY,
            last_event INTEGER NOT NULL,
            status INTEGER NOT NULL,
            status_since INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            assignee_type TEXT,
            assignee_id TEXT,
            updated_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            starts_at INTEGER,
            lease_expires_at INTEGER,
            deadline INTEGER,
            code_hash BLOB
        ) STRICT;
        CREATE INDEX requests_by_status ON requests (status, status_since);
        CREATE INDEX requests_by_deadline ON requests (deadline) WHERE deadline IS NOT NULL;
        CREATE INDEX requests_by_start ON requests (starts_at) WHERE starts_at IS NOT NULL;
        CREATE INDEX requests_by_assignee ON requests (assignee_type, assignee_id, status, priority)
            WHERE assignee_id IS NOT NULL;
        CREATE TABLE tallies (
            status INTEGER NOT NULL,
            assignee_type TEXT NOT NULL,
            assignee_id TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (status, assignee_type, assignee_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE request_tags (
            tag TEXT NOT NULL,
            request INTEGER NOT NULL,
            PRIMARY KEY (tag, request)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tags_of_request ON request_tags (request);
        CREATE TABLE answers (
            uid INTEGER NOT NULL,
            key TEXT NOT NULL,
            fingerprint BLOB NOT NULL,
            event INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (uid, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX answers_by_age ON answers (at);
        CREATE TABLE queues (id TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE client_owners (client TEXT PRIMARY KEY, uid INTEGER NOT NULL, since INTEGER NOT NULL)
            STRICT, WITHOUT ROWID;
        """

    private static let search = """
        CREATE VIRTUAL TABLE search USING fts5 (
            name, subject, tags, reference, email, phone, comments, custom,
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
        );
        """

    /// A create touches the last page of `events`, of `requests` and of one index, and no more.
    ///
    /// The events of a request are a chain from the last one back, in the place of an index. One index finds requests by
    /// status and, within one, by deadline; what is sought by `status_since` has small indexes of its own, in which a
    /// request that is open has no place. The tallies follow the log: the row of status -2 has the place up to which they
    /// count.
    private static let fewerPages = """
        ALTER TABLE events ADD COLUMN previous INTEGER;
        UPDATE events SET previous = (
            SELECT max(seq) FROM events AS earlier WHERE earlier.request = events.request AND earlier.seq < events.seq
        ) WHERE request IS NOT NULL;
        DROP INDEX events_of_request;
        DROP INDEX requests_by_status;
        DROP INDEX requests_by_deadline;
        CREATE INDEX requests_by_status ON requests (status, deadline);
        CREATE INDEX requests_waiting ON requests (status_since) WHERE status = 1;
        CREATE INDEX requests_ended ON requests (status_since) WHERE status >= 4;
        INSERT INTO tallies (status, assignee_type, assignee_id, count)
            SELECT -2, '', '', COALESCE(max(seq), 0) FROM events;
        """

    /// What must leave the machine, without what it says: that is computed when it is taken, and so there is no link in it.
    /// Mail and text messages leave in the order in which they are due, what goes to an endpoint in the order of events.
    /// What was given up leaves the outbox, so that nobody has to step over it.
    private static let outbox = """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            purpose TEXT NOT NULL,
            endpoint TEXT,
            request INTEGER,
            event INTEGER,
            created_at INTEGER NOT NULL,
            due INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            holder INTEGER,
            sequel TEXT,
            error TEXT
        ) STRICT;
        CREATE INDEX outbox_by_due ON outbox (kind, due, id) WHERE endpoint IS NULL;
        CREATE INDEX outbox_of_endpoint ON outbox (endpoint, id) WHERE endpoint IS NOT NULL;
        CREATE INDEX outbox_of_request ON outbox (request, kind);
        CREATE INDEX outbox_held ON outbox (holder) WHERE holder IS NOT NULL;
        CREATE TABLE dead_letters (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            purpose TEXT NOT NULL,
            endpoint TEXT,
            request INTEGER,
            event INTEGER,
            attempts INTEGER NOT NULL,
            error TEXT,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX dead_letters_of_request ON dead_letters (request, kind);
        ALTER TABLE requests ADD COLUMN reminds_at INTEGER;
        CREATE INDEX requests_reminding ON requests (reminds_at) WHERE reminds_at IS NOT NULL;
        """

    /// The clients that are signed in, by the number of their connection. None of them outlives the process: whom the next
    /// one finds here was signed in when this one was killed.
    private static let signedIn = """
        CREATE TABLE signed_in (connection INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
        """
}
