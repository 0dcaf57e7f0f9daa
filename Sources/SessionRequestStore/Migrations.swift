internal import GRDB

/// The shapes that the database has had, in order. A released one is never changed: a new one is added.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: requests, events, queues") { db in
            try db.execute(sql: first)
        }
        return migrator
    }

    /// `events` is the truth: the body of an event holds the whole request as it was then. `requests` is an index of it:
    /// what lists and look-ups need, and the place of the event that holds the request as it is now.
    private static let first = """
        CREATE TABLE facts (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE events (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            type TEXT NOT NULL,
            at INTEGER NOT NULL,
            request INTEGER,
            body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX events_of_request ON events (request, seq) WHERE request IS NOT NULL;
        CREATE TABLE requests (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            last_event INTEGER NOT NULL,
            status INTEGER NOT NULL,
            status_since INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            assignee_type TEXT,
            assignee_id TEXT,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            starts_at INTEGER,
            lease_expires_at INTEGER,
            deadline INTEGER,
            code_hash BLOB
        ) STRICT;
        CREATE INDEX requests_by_deadline ON requests (deadline) WHERE deadline IS NOT NULL;
        CREATE UNIQUE INDEX requests_by_code ON requests (code_hash) WHERE code_hash IS NOT NULL;
        CREATE INDEX live_requests ON requests (status, id) WHERE status < 4;
        CREATE INDEX ended_requests ON requests (status_since) WHERE status >= 4;
        CREATE INDEX requests_by_assignee ON requests (assignee_type, assignee_id, status) WHERE assignee_id IS NOT NULL;
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
        CREATE TABLE queues (
            id TEXT PRIMARY KEY,
            body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE client_owners (
            client TEXT PRIMARY KEY,
            uid INTEGER NOT NULL,
            since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE VIRTUAL TABLE search USING fts5 (
            name, subject, tags, reference, email, phone, comments, custom,
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
        );
        """
}
