package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"lifelog/journal"
)

// Files that entries show are kept in the folder assets/YYYY, as
// YYYY-MM-DD-HASH.EXTENSION.

// assets is the folder for files of an entry.
func assets(id journal.ID) string { return "assets/" + id.Date.String()[:4] }

// shortHash is how many digits of a file's SHA-256 its name holds, unless
// another file of the folder has the same.
const shortHash = 8

// ReadFile returns a file that an entry names.
func (d *Dir) ReadFile(ctx context.Context, id journal.ID, name string, most int) (data []byte, err error) {
	err = d.lookFor(ctx, id, name, func(root *os.Root, name string) error {
		file, info, err := openFile(root, name)
		if err != nil {
			return err
		}
		defer file.Close() // only read from
		data, err = readAtMost(file, info, name, most)
		return err
	})
	return data, err
}

// FilePath is where a file is that an entry names.
func (d *Dir) FilePath(ctx context.Context, id journal.ID, name string) (where string, err error) {
	err = d.lookFor(ctx, id, name, func(root *os.Root, name string) error {
		file, _, err := openFile(root, name)
		if err != nil {
			return err
		}
		where = filepath.Join(d.path, filepath.FromSlash(name))
		return file.Close()
	})
	return where, err
}

// lookFor tries the places that an entry can mean by a path, until one of them
// exists.
func (d *Dir) lookFor(ctx context.Context, id journal.ID, name string, use func(root *os.Root, name string) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	missing := fmt.Errorf("%s: %w", name, journal.ErrNotFound)
	root, err := os.OpenRoot(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return missing
	} else if err != nil {
		return inWords("cannot open the journal", err)
	}
	defer root.Close()
	at, err := d.find(root, id)
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		return err
	}
	places, err := meant(id, at.seenIn(), name)
	if err != nil {
		return err
	}
	for _, place := range places {
		err := use(root, place)
		switch {
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR), errors.Is(err, syscall.ENAMETOOLONG):
			continue
		case err != nil && leadsOut(root, place):
			return &journal.Odd{Path: name, Why: "leads out of the journal"}
		}
		return err
	}
	return missing
}

// meant lists the files that an entry in a folder can mean by a path.
func meant(id journal.ID, folder, name string) ([]string, error) {
	var places []string
	if strings.ContainsRune(name, 0) || strings.Trim(name, "/. ") == "" {
		return nil, nil
	}
	for _, from := range []string{folder, ".", assets(id)} {
		// A path from the root of a web site means one from the journal.
		if place := path.Join(from, name); filepath.IsLocal(filepath.FromSlash(place)) {
			places = append(places, place)
		}
	}
	if len(places) == 0 {
		return nil, &journal.Odd{Path: name, Why: "leads out of the journal"}
	}
	return places, nil
}

// leadsOut reports whether a path that exists cannot be reached within the
// journal.
func leadsOut(root *os.Root, name string) bool {
	_, err := root.Stat(name)
	_, there := os.Stat(filepath.Join(root.Name(), filepath.FromSlash(name)))
	return err != nil && there == nil
}

// ReadOutside returns a file from anywhere on the machine.
func (d *Dir) ReadOutside(ctx context.Context, file string, most int) ([]byte, error) {
	return readOutside(ctx, file, most)
}

// readOutside reads a file that the person named, wherever links lead from it.
func readOutside(ctx context.Context, name string, most int) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	info, err := os.Stat(name) // a device may do something when it is opened
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %w", name, journal.ErrNotFound)
	case err != nil:
		return nil, inWords(name+" cannot be read", err)
	}
	if why := oddKind(info.Mode()); why != "" {
		return nil, &journal.Odd{Path: name, Why: why}
	}
	file, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, inWords(name+" cannot be read", err)
	}
	defer file.Close() // only read from
	return readAtMost(file, info, name, most)
}

// readAtMost reads an open file whole, unless it is too large.
func readAtMost(file *os.File, info fs.FileInfo, name string, most int) ([]byte, error) {
	large := &journal.TooLarge{Path: name, Most: most}
	if info.Size() > int64(most) {
		return nil, large
	}
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	n, err := data.ReadFrom(io.LimitReader(file, int64(most)+1))
	switch {
	case err != nil:
		return nil, err
	case n > int64(most): // it grew while it was read
		return nil, large
	case n == 0 && info.Size() > 0:
		return nil, reallyEmpty(file)
	}
	return data.Bytes(), nil
}

// KeepFile stores a file for an entry.
func (d *Dir) KeepFile(ctx context.Context, id journal.ID, data []byte, extension string) (string, error) {
	name, err := d.keepFile(ctx, id, data, extension)
	if err != nil {
		return "", inWords("the file is not copied into the journal", err)
	}
	return name, nil
}

func (d *Dir) keepFile(ctx context.Context, id journal.ID, data []byte, extension string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	if err := check(id); err != nil {
		return "", err
	}
	if err := d.makeAll(d.path); err != nil {
		return "", err
	}
	root, err := os.OpenRoot(d.path)
	if err != nil {
		return "", err
	}
	defer root.Close()
	at, err := d.find(root, id)
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		return "", err
	}
	if err := d.makeIn(root, assets(id)); err != nil {
		return "", err
	}
	f, err := openFolder(root, assets(id))
	if err != nil {
		return "", err
	}
	defer f.Close()
	name, err := d.addOnce(ctx, f, id, data, extension)
	if err != nil {
		return "", err
	}
	return relative(at.seenIn(), path.Join(assets(id), name)), nil
}

// seenIn is the folder that the paths in an entry are relative to.
func (at place) seenIn() string {
	if at.link != "" {
		return path.Dir(at.link)
	}
	return at.folder
}

// addOnce stores a file in a folder unless it is there already, and returns
// its name.
func (d *Dir) addOnce(ctx context.Context, f *folder, id journal.ID, data []byte, extension string) (string, error) {
	list, err := readDir(f.Root, ".")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	hash := hex.EncodeToString(sum[:])
	for _, e := range list {
		if hasHash(e.Name(), hash, extension) && holds(f, e.Name(), data) {
			return e.Name(), nil
		}
	}
	for _, digits := range []int{shortHash, len(hash)} {
		name := assetName(id, hash[:digits], extension)
		switch err := d.addFile(ctx, f, name, string(data), nil); {
		case errors.Is(err, fs.ErrExist): // of another content
			continue
		case err != nil:
			return "", err
		}
		return name, d.sys.syncDir(f.self)
	}
	return "", fmt.Errorf("%s holds other files of the same name", f.Name())
}

func assetName(id journal.ID, hash, extension string) string {
	return id.Date.String() + "-" + hash + "." + extension
}

// hasHash reports whether a name is one that assetName makes, on some day.
func hasHash(name, hash, extension string) bool {
	stem, ok := strings.CutSuffix(name, "."+extension)
	at := strings.LastIndexByte(stem, '-') + 1
	return ok && at == len("2022-05-02-") && len(stem)-at >= shortHash && strings.HasPrefix(hash, stem[at:])
}

// holds reports whether a file has this content.
func holds(f *folder, name string, data []byte) bool {
	file, info, err := openFile(f.Root, name)
	if err != nil {
		return false // whatever it is, it is not what is to be kept
	}
	defer file.Close() // only read from
	there, err := readAtMost(file, info, name, len(data))
	return err == nil && bytes.Equal(there, data)
}

// relative is the path from a folder to a file, both relative to the journal.
func relative(folder, file string) string {
	if folder == "." {
		return file
	}
	return strings.Repeat("../", strings.Count(folder, "/")+1) + file
}
