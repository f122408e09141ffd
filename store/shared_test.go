//go:build unix

package store

import (
	"os"
	"path/filepath"
	"testing"
)

func TestShared(t *testing.T) {
	for _, c := range []struct {
		name                 string
		above, folder, month os.FileMode
		entry                os.FileMode
		want                 bool
	}{
		{"as lifelog makes it", 0o755, 0o700, 0o700, 0o600, false},
		{"open entries in a closed folder", 0o755, 0o700, 0o755, 0o644, false},
		{"in a closed home", 0o700, 0o755, 0o755, 0o644, false},
		{"the names can be listed", 0o755, 0o755, 0o700, 0o600, true},
		{"for the group", 0o755, 0o750, 0o700, 0o600, true},
		{"a home for all but the group", 0o705, 0o750, 0o750, 0o640, false},
		{"an entry whose name is guessed", 0o755, 0o711, 0o711, 0o604, true},
		{"by the group, in what others may enter", 0o755, 0o711, 0o701, 0o640, false},
		{"a month that nobody enters", 0o755, 0o711, 0o700, 0o644, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			above := t.TempDir()
			// Go makes its temporary folder for the user alone.
			for dir := above; dir != filepath.Clean(os.TempDir()) && dir != "/"; dir = filepath.Dir(dir) {
				chmod(t, dir, 0o755)
			}
			root := filepath.Join(above, "lifelog")
			month := filepath.Join(root, "2022", "05")
			if err := os.MkdirAll(month, 0o755); err != nil {
				t.Fatal(err)
			}
			entry := filepath.Join(month, "2022-05-02.md")
			hidden := filepath.Join(root, ".hidden")
			for _, file := range []string{entry, hidden} {
				if err := os.WriteFile(file, []byte("x\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			chmod(t, entry, c.entry)
			chmod(t, month, c.month)
			chmod(t, root, c.folder)
			chmod(t, above, c.above)
			if got := openDir(t, root).Shared(); got != c.want {
				t.Errorf("Shared is %v, want %v", got, c.want)
			}
			if info, err := os.Stat(entry); err != nil || info.Mode().Perm() != c.entry {
				t.Errorf("the entry is %v now, %v", info.Mode(), err)
			}
		})
	}
	if openDir(t, filepath.Join(t.TempDir(), "none")).Shared() {
		t.Error("a journal that does not exist is shared")
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}
