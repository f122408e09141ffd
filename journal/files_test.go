package journal_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lifelog/journal"
	"lifelog/store"
)

func TestPictureKind(t *testing.T) {
	for _, test := range []struct{ data, want string }{
		{"\xff\xd8\xff\xe1", "jpg"},
		{"\x89PNG\r\n\x1a\n", "png"},
		{"GIF89a", "gif"},
		{"GIF87a", "gif"},
		{"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"},
		{"\x00\x00\x00\x18ftypheic", "heic"},
		{"\x00\x00\x00\x18ftypmif1", "heic"},
		{"\x00\x00\x00\x18ftypavif", "avif"},
		{"\x00\x00\x00\x18ftypisom", ""},
		{"RIFF\x00\x00\x00\x00WAVEfmt ", ""},
		{"RIFF", ""},
		{"", ""},
		{"<svg>", ""},
		{"#!/bin/sh\n", ""},
	} {
		if got := journal.PictureKind([]byte(test.data)); got != test.want {
			t.Errorf("PictureKind(%q) = %q, want %q", test.data, got, test.want)
		}
	}
}

func TestPictures(t *testing.T) {
	dir, err := store.Open(t.TempDir()+"/log", store.Options{State: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	j := journal.Open(dir, nil)
	photo := []byte("\xff\xd8\xff a picture")
	outside := filepath.Join(t.TempDir(), "a b.jpg")
	if err := os.WriteFile(outside, photo, 0o600); err != nil {
		t.Fatal(err)
	}
	data, err := j.ReadPicture(t.Context(), outside)
	if err != nil || !bytes.Equal(data, photo) {
		t.Fatalf("ReadPicture = %q, %v", data, err)
	}
	markdown, err := j.KeepPicture(t.Context(), day, data)
	if err != nil {
		t.Fatal(err)
	}
	target, ok := strings.CutPrefix(strings.TrimSuffix(markdown, ")"), "![](")
	if !ok || !strings.HasPrefix(target, "../../assets/2022/2022-05-02-") {
		t.Fatalf("KeepPicture = %q", markdown)
	}
	for _, written := range []string{target, strings.ReplaceAll(target, "-", "%2d")} {
		if got, err := j.Picture(t.Context(), day, written); err != nil || !bytes.Equal(got, photo) {
			t.Errorf("Picture(%s) = %q, %v", written, got, err)
		}
		if where, err := j.PicturePath(t.Context(), day, written); err != nil || filepath.Base(where) != filepath.Base(target) {
			t.Errorf("PicturePath(%s) = %s, %v", written, where, err)
		}
	}
	if _, err := j.Picture(t.Context(), day, "nothing.jpg"); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("Picture of nothing: %v, want ErrNotFound", err)
	}
}

// What is no picture, by its content or by its name, is neither copied nor
// handed to a program that could run it.
func TestNoPictures(t *testing.T) {
	root := t.TempDir()
	dir, err := store.Open(root, store.Options{State: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	j := journal.Open(dir, nil)
	for name, data := range map[string]string{
		"script.jpg":  "#!/bin/sh\n",
		"picture.bat": "\xff\xd8\xff a picture",
		"notes.md":    "# Notes\n",
	} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		var odd *journal.Odd
		if where, err := j.PicturePath(t.Context(), day, name); !errors.As(err, &odd) {
			t.Errorf("PicturePath(%s) = %s, %v", name, where, err)
		}
	}
	if _, err := j.ReadPicture(t.Context(), filepath.Join(root, "notes.md")); err == nil {
		t.Error("ReadPicture read what is no picture")
	}
	if _, err := j.KeepPicture(t.Context(), day, []byte("words")); !errors.Is(err, journal.ErrNotPicture) {
		t.Errorf("KeepPicture: %v, want ErrNotPicture", err)
	}
}
