"""The window of a support agent: GTK 4 and libadwaita, on the client `session_request`."""
