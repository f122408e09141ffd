package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"lifelog/journal"
)

// Settings returns the text of the settings file, config.toml in
// $XDG_CONFIG_HOME/lifelog or where the system keeps such files, and its path.
// A file that does not exist is empty.
func Settings() (text []byte, path string, err error) {
	dir := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) {
		if dir, err = os.UserConfigDir(); err != nil {
			return nil, "", err
		}
	}
	path = filepath.Join(dir, "lifelog", "config.toml")
	text, err = os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return text, path, err
}

// BeginSettings writes a settings file and returns its path. It fails if there
// is one.
func BeginSettings(text []byte) (path string, err error) {
	if _, path, err = Settings(); err != nil {
		return path, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return path, err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return path, fmt.Errorf("there is a settings file already: %s", path)
	}
	if err != nil {
		return path, err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(path) // half a file; what failed already is what is told
	}
	return path, err
}

// Style returns the text of a style file that the settings name, from the
// folder of the settings if the path is not absolute.
func Style(path string) ([]byte, error) {
	if !filepath.IsAbs(path) {
		_, settings, err := Settings()
		if err != nil {
			return nil, err
		}
		path = filepath.Join(filepath.Dir(settings), path)
	}
	return os.ReadFile(path)
}

// Template returns what an entry is to be begun with, from the first of these
// files in the folder of the settings: for a named entry template.NAME.md; for a
// day's log template.monday.md, of its weekday, or template.md. Without any it is
// empty.
func Template(id journal.ID) (string, error) {
	_, settings, err := Settings()
	if err != nil {
		return "", err
	}
	names := []string{"template." + strings.ToLower(id.Date.Weekday().String()) + ".md", "template.md"}
	if id.Name != "" {
		names = []string{"template." + id.Name + ".md"}
	}
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(filepath.Dir(settings), name))
		if !errors.Is(err, fs.ErrNotExist) {
			return string(text), err
		}
	}
	return "", nil
}

// Recall returns what Remember was given last under a name; nothing if there
// was nothing.
func Recall(name string) ([]byte, error) {
	dir, err := StateDir()
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return data, err
}

// Remember keeps something that the program could find out again, as a file
// of that name in the state folder. It is whole or not there, and need not
// survive a power cut.
func Remember(name string, data []byte) error {
	dir, err := StateDir()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "."+name+"-*.tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(dir, name))
	}
	if err != nil {
		os.Remove(f.Name()) // what failed already is what is told
	}
	return err
}
