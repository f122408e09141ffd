package store

import "os"

// keepAttributes does nothing: ReplaceFile keeps them.
func keepAttributes(_, _ *os.File) error { return nil }

// severalNames is not asked on Windows: a save leaves the other names of a file
// with the old text.
func severalNames(os.FileInfo) bool { return false }
