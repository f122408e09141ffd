package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
)

// Files is a Store that keeps files which entries name, such as pictures.
type Files interface {
	// ReadFile returns a file that an entry names by a path with slashes. The
	// path is relative to the entry's folder, else to the journal, else to the
	// folder that KeepFile uses. ErrNotFound when there is none, an *Odd for
	// what is no plain file or lies outside of the journal, a *TooLarge for
	// more than most bytes.
	ReadFile(ctx context.Context, id ID, name string, most int) ([]byte, error)

	// FilePath is where that file is, for other programs; ErrNotFound and
	// *Odd as from ReadFile.
	FilePath(ctx context.Context, id ID, name string) (string, error)

	// KeepFile stores a file for an entry, of a name that it makes of the
	// entry's day, the content and the extension ("jpg"). It returns the path
	// by which the entry can name it, once it would survive a power cut. The
	// same content is kept once.
	KeepFile(ctx context.Context, id ID, data []byte, extension string) (name string, err error)

	// ReadOutside returns a file from anywhere on the machine, in the same way
	// as ReadFile.
	ReadOutside(ctx context.Context, path string, most int) ([]byte, error)
}

// TooLarge is returned for a file that is larger than the caller takes.
type TooLarge struct {
	Path string
	Most int // bytes
}

func (e *TooLarge) Error() string {
	return fmt.Sprintf("%s is larger than %d MB", e.Path, e.Most>>20)
}

// MaxPicture is the size in bytes up to which the file of a picture is read.
const MaxPicture = 64 << 20

// ErrNotPicture is returned for a file that is none of the kinds that
// PictureKind knows.
var ErrNotPicture = errors.New("is not a picture (JPEG, PNG, GIF, WebP, HEIC or AVIF)")

var errNoFiles = errors.New("this journal keeps no pictures")

// Picture returns the file of a picture that an entry names by target, as it
// is written there. Errors are those of Files.ReadFile.
func (j *Journal) Picture(ctx context.Context, id ID, target string) (data []byte, err error) {
	err = j.picture(target, func(files Files, name string) error {
		data, err = files.ReadFile(ctx, id, name, MaxPicture)
		return err
	})
	return data, err
}

// PicturePath is where the file of a picture is, for a program that shows it.
// A file that is no picture, by its content or by its name, has none: opening
// it could run it.
func (j *Journal) PicturePath(ctx context.Context, id ID, target string) (where string, err error) {
	err = j.picture(target, func(files Files, name string) error {
		data, err := files.ReadFile(ctx, id, name, MaxPicture)
		var large *TooLarge
		switch {
		case errors.As(err, &large): // then its name has to do
		case err != nil:
			return err
		case PictureKind(data) == "":
			return &Odd{Path: target, Why: ErrNotPicture.Error()}
		}
		if where, err = files.FilePath(ctx, id, name); err == nil && !NamesPicture(where) {
			return &Odd{Path: target, Why: "is not called like a picture"}
		}
		return err
	})
	return where, err
}

// picture looks for the file that target means: as it is written, else with
// its %20 and the like taken for the bytes they stand for.
func (j *Journal) picture(target string, look func(files Files, name string) error) error {
	files, ok := j.store.(Files)
	if !ok {
		return errNoFiles
	}
	err := look(files, target)
	if plain, bad := url.PathUnescape(target); errors.Is(err, ErrNotFound) && bad == nil && plain != target {
		return look(files, plain)
	}
	return err
}

// ReadPicture returns a picture from anywhere on the machine, to be kept.
func (j *Journal) ReadPicture(ctx context.Context, file string) ([]byte, error) {
	files, ok := j.store.(Files)
	if !ok {
		return nil, errNoFiles
	}
	data, err := files.ReadOutside(ctx, file, MaxPicture)
	if err == nil && PictureKind(data) == "" {
		return nil, &Odd{Path: file, Why: ErrNotPicture.Error()}
	}
	return data, err
}

// KeepPicture stores a picture for an entry and returns the Markdown that
// shows it there.
func (j *Journal) KeepPicture(ctx context.Context, id ID, data []byte) (markdown string, err error) {
	files, ok := j.store.(Files)
	kind := PictureKind(data)
	switch {
	case !ok:
		return "", errNoFiles
	case kind == "":
		return "", ErrNotPicture
	}
	name, err := files.KeepFile(ctx, id, data, kind)
	if err != nil {
		return "", err
	}
	return "![](" + name + ")", nil
}

// PictureKind is the usual extension of the kind of picture that data begins
// like: "jpg", "png", "gif", "webp", "heic" or "avif"; "" for anything else.
func PictureKind(data []byte) string {
	for _, kind := range []struct{ start, name string }{
		{"\xff\xd8\xff", "jpg"},
		{"\x89PNG\r\n\x1a\n", "png"},
		{"GIF87a", "gif"},
		{"GIF89a", "gif"},
	} {
		if bytes.HasPrefix(data, []byte(kind.start)) {
			return kind.name
		}
	}
	if len(data) < 12 {
		return ""
	}
	if string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP" {
		return "webp"
	}
	if string(data[4:8]) != "ftyp" { // ISO 14496-12: the brand says what is inside
		return ""
	}
	switch string(data[8:12]) {
	case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1":
		return "heic"
	case "avif", "avis":
		return "avif"
	}
	return ""
}

// NamesPicture reports whether a path ends like that of a picture.
func NamesPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif":
		return true
	}
	return false
}
