package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"syscall"
	"unicode/utf8"

	"lifelog/journal"

	"golang.org/x/text/unicode/norm"
)

// maxText is the largest text in bytes that is read or stored.
const maxText = 1 << 30

// place is where an entry's file stands. Paths are relative to the journal
// and have slashes.
type place struct {
	folder, file string
	link         string // path of the link that leads there, "" for none
}

func (p place) path() string { return path.Join(p.folder, p.file) }

// Load returns the exact bytes of an entry's file.
func (d *Dir) Load(ctx context.Context, id journal.ID) (journal.Version, error) {
	if err := ctx.Err(); err != nil {
		return journal.Version{}, err
	}
	root, err := os.OpenRoot(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return journal.Version{}, fmt.Errorf("%v: %w", id, journal.ErrNotFound)
	} else if err != nil {
		return journal.Version{}, inWords("cannot open the journal", err)
	}
	defer root.Close()

	// Nearly every entry is at its own place: no need to look first.
	places, err := d.placesOf(root, id)
	if err != nil {
		return journal.Version{}, err
	}
	text, err := readFile(root, places[0].path())
	if err != nil {
		var at place
		if at, err = d.find(root, id); err == nil {
			text, err = readFile(root, at.path())
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, journal.ErrNotFound):
		return journal.Version{}, fmt.Errorf("%v: %w", id, journal.ErrNotFound)
	case err != nil:
		return journal.Version{}, inWords(fmt.Sprintf("%v cannot be read", id), err)
	}
	return journal.Version{ID: id, Text: text, Rev: journal.RevOf(text)}, nil
}

// find looks where an entry stands. With journal.ErrNotFound it returns the
// place where a new one belongs.
func (d *Dir) find(root *os.Root, id journal.ID) (place, error) {
	places, err := d.placesOf(root, id)
	if err != nil {
		return place{}, err
	}
	for _, at := range places {
		info, err := root.Lstat(at.path())
		if errors.Is(err, fs.ErrNotExist) && norm.NFD.String(at.file) != at.file {
			info, err = otherSpelling(root, at.folder, at.file)
		}
		switch {
		case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
			continue
		case err != nil:
			return place{}, err
		}
		at.file = info.Name()
		if info.Mode()&fs.ModeSymlink != 0 {
			return d.follow(root, at)
		}
		if why := oddKind(info.Mode()); why != "" {
			return place{}, &journal.Odd{Path: at.path(), Why: why}
		}
		return at, nil
	}
	return places[0], journal.ErrNotFound
}

// placesOf are the places where the file of an entry or a page may stand, first
// the one where a new one belongs.
func (d *Dir) placesOf(root *os.Root, id journal.ID) ([]place, error) {
	layout := d.layout(root)
	if id.IsPage() {
		if page, ok := parsePage(layout, id.Name+extension); !ok || page != id {
			return nil, fmt.Errorf("no page can be called %q", id.Name)
		}
		return []place{{folder: path.Dir(id.Name), file: path.Base(id.Name) + extension}}, nil
	}
	var places []place
	for i, way := range layout {
		switch at, err := way.place(id); {
		case err == nil:
			places = append(places, at)
		case i == 0: // in the other ways it may only not be called so
			return nil, err
		}
	}
	return places, nil
}

// otherSpelling finds a file whose name is the same text in another Unicode
// normalization form, as some systems and archives make them.
func otherSpelling(root *os.Root, folder, file string) (fs.FileInfo, error) {
	list, err := readDir(root, folder)
	if err != nil {
		return nil, err
	}
	for _, e := range list {
		if name := e.Name(); len(name) >= len(file) && utf8.ValidString(name) && norm.NFC.String(name) == file {
			return root.Lstat(path.Join(folder, name))
		}
	}
	return nil, fs.ErrNotExist
}

// follow finds where a link to an entry leads. It must be a file inside the
// journal.
func (d *Dir) follow(root *os.Root, at place) (place, error) {
	link := at.path()
	odd := func(why string) (place, error) { return place{}, &journal.Odd{Path: link, Why: why} }
	full, err := filepath.EvalSymlinks(d.full(at.folder, at.file))
	if errors.Is(err, fs.ErrNotExist) {
		return odd(journal.LinksNot)
	} else if err != nil {
		return odd(journal.LinksRound)
	}
	rel, err := filepath.Rel(resolved(d.path), full)
	if err != nil || !filepath.IsLocal(rel) {
		return odd(journal.LinksOut)
	}
	rel = filepath.ToSlash(rel)
	info, err := root.Lstat(rel)
	if err != nil {
		return odd(journal.LinksRound)
	}
	if why := oddKind(info.Mode()); why != "" {
		return odd(journal.LinksNoFile)
	}
	return place{folder: path.Dir(rel), file: path.Base(rel), link: link}, nil
}

// oddKind says what a path is that cannot be an entry, "" for a plain file.
func oddKind(mode fs.FileMode) string {
	switch {
	case mode.IsRegular():
		return ""
	case mode.IsDir():
		return journal.IsFolder
	case mode&fs.ModeNamedPipe != 0:
		return journal.IsPipe
	case mode&fs.ModeSocket != 0:
		return journal.IsSocket
	case mode&fs.ModeDevice != 0:
		return journal.IsDevice
	}
	return journal.IsNoFile
}

// readFile reads a plain file whole.
func readFile(root *os.Root, name string) (string, error) {
	file, info, err := openFile(root, name)
	if err != nil {
		return "", err
	}
	defer file.Close() // only read from: nothing can be lost
	return readAll(file, info)
}

// openFile opens a plain file for reading. It never waits, as opening a named
// pipe otherwise does.
func openFile(root *os.Root, name string) (*os.File, fs.FileInfo, error) {
	file, err := root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := file.Stat()
	if err == nil {
		if why := oddKind(info.Mode()); why != "" {
			err = &journal.Odd{Path: name, Why: why}
		}
	}
	if err != nil {
		file.Close() // only opened for reading
		return nil, nil, err
	}
	return file, info, nil
}

// opened is an open file.
type opened interface {
	io.ReaderAt
	Name() string
	Stat() (fs.FileInfo, error)
}

// readAll reads an open file from its start, wherever it stood.
func readAll(file opened, info fs.FileInfo) (string, error) {
	if info.Size() > maxText {
		return "", tooLarge(file)
	}
	buf := make([]byte, info.Size()+1)
	n := 0
	for {
		if n == len(buf) { // it grew while it was read
			buf = append(buf, make([]byte, len(buf))...)
		}
		m, err := file.ReadAt(buf[n:], int64(n))
		n += m
		switch {
		case err == io.EOF:
			if n == 0 && info.Size() > 0 {
				return "", reallyEmpty(file)
			}
			return string(buf[:n]), nil
		case err != nil:
			return "", err
		case n > maxText:
			return "", tooLarge(file)
		}
	}
}

func tooLarge(file opened) error {
	why := fmt.Errorf("%s is too large: at most %d bytes can be read", file.Name(), maxText)
	return &journal.Trouble{Cause: journal.Huge, Name: filepath.Base(file.Name()), Err: why}
}

// reallyEmpty says whether a file that had a size and gives no bytes was cut
// in between. If not, it is one that a cloud drive has not fetched, and must
// not be taken for empty.
func reallyEmpty(file opened) error {
	info, err := file.Stat()
	if err == nil && info.Size() > 0 {
		why := fmt.Errorf("%s says it has %d bytes but gave none; it may still have to be downloaded", file.Name(), info.Size())
		err = &journal.Trouble{Cause: journal.NotFetched, Name: filepath.Base(file.Name()), Err: why}
	}
	return err
}
