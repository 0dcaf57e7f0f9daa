// The target's first file gives it a body.
