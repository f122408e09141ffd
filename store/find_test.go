package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hollow is a file that says it has a size and gives no bytes.
type hollow struct {
	*os.File
	os.FileInfo
	size int64
}

func (h hollow) Name() string               { return h.File.Name() }
func (h hollow) Stat() (os.FileInfo, error) { return h, nil }
func (h hollow) Size() int64                { return h.size }

func TestSizeWithoutBytes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty")
	put(t, path, "")
	file, info, err := openFile(mustRoot(t, filepath.Dir(path)), "empty")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cloud := hollow{file, info, 100}
	if _, err := readAll(cloud, cloud); err == nil || !strings.Contains(err.Error(), "downloaded") {
		t.Errorf("a file of 100 bytes that gives none: %v", err)
	}
	if text, err := readAll(file, cloud); text != "" || err != nil {
		t.Errorf("a file that was cut meanwhile: %q, %v", text, err)
	}
	cloud.size = maxText + 1
	if _, err := readAll(cloud, cloud); err == nil || !strings.Contains(err.Error(), "at most") {
		t.Errorf("a file of more than 1 GiB: %v", err)
	}
	if text, err := readAll(file, info); text != "" || err != nil {
		t.Errorf("an empty file: %q, %v", text, err)
	}
}

func mustRoot(t *testing.T, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}
