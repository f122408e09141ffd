//go:build !linux

package store

import "os"

func syncData(file *os.File) error { return file.Sync() }

// reserve would take room for a file on the disk; this system has no one call
// for it. A disk that becomes full then takes no more of a draft.
func reserve(*os.File, int64) {}
