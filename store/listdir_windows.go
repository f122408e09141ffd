package store

import (
	"io/fs"
	"os"
)

// listDir lists an open folder.
func listDir(dir *os.File) ([]fs.DirEntry, error) { return dir.ReadDir(-1) }
