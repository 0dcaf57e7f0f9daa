#!/bin/sh
# For Argos in GNOME Shell (~/.config/argos) and for xbar or SwiftBar: the bar's line, and a menu of those who wait.
# The name says that it is run every ten seconds.
exec session-request bar --format xbar --once
