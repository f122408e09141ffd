package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// StateDir is the folder for what is kept outside the journal:
// $XDG_STATE_HOME/lifelog, by default ~/.local/state/lifelog, and
// %LocalAppData%\lifelog on Windows. It is not made; whoever puts the first
// thing into it makes it, with mode 0700.
// (XDG Base Directory Specification 0.8: a relative path is to be ignored.)
func StateDir() (string, error) {
	if dir := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "lifelog"), nil
	}
	if runtime.GOOS == "windows" {
		dir, err := os.UserCacheDir() // %LocalAppData%
		if err != nil {
			return "", fmt.Errorf("no folder for drafts and the trash: %w", err)
		}
		return filepath.Join(dir, "lifelog"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("no folder for drafts and the trash: %w; set XDG_STATE_HOME", err)
	}
	return filepath.Join(home, ".local", "state", "lifelog"), nil
}

// key names this journal among others in the state folder: by its folder's
// name, for people, and by a hash of its path.
func (d *Dir) key() string {
	full := resolved(d.path)
	sum := sha256.Sum256([]byte(full))
	return plain(filepath.Base(full)) + "-" + hex.EncodeToString(sum[:6])
}

// resolved is the path with its links followed, as far as it exists.
func resolved(path string) string {
	if full, err := filepath.EvalSymlinks(path); err == nil {
		return full
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path
	}
	return filepath.Join(resolved(parent), filepath.Base(path))
}

// plain makes a short word of letters, digits and hyphens for a file name.
func plain(s string) string {
	s = strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '_':
			return r
		}
		return '-'
	}, s), "-")
	if len(s) > 30 {
		s = strings.Trim(s[:30], "-")
	}
	if s == "" {
		return "x"
	}
	return s
}
