package journal

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"lifelog/journal/date"
)

// Store keeps entries. It is dumb and exact: it gives back the bytes it was
// given, whole or not at all, and leaves every judgement to the Journal.
type Store interface {
	// List yields the names of all entries, newest first, without reading
	// them. An error yielded concerns one path; the listing goes on after it
	// (an *Odd for a file that is left alone).
	List(ctx context.Context) iter.Seq2[ID, error]

	// Load returns the stored version; ErrNotFound when there is none.
	Load(ctx context.Context, id ID) (Version, error)

	// Save stores v.Text if what is stored still has v.Rev ("" for nothing),
	// and returns its Rev once it would survive a power cut. Otherwise it
	// changes nothing and returns a *Conflict.
	Save(ctx context.Context, v Version) (Rev, error)

	// Remove puts the entry into the trash if what is stored still has the
	// Rev was; otherwise it changes nothing and returns a *Conflict.
	Remove(ctx context.Context, id ID, was Rev) error

	// Path is where the entry's file is or would be, for other programs.
	Path(id ID) string

	// At is the entry or page that a file at this path is taken for by its
	// name; the file need not be there.
	At(path string) (id ID, ok bool)
}

// Copies is a Store that can keep a text beside an entry without being one.
type Copies interface {
	// KeepCopy stores v.Text as a conflict copy of the entry v.ID, stamped
	// with the time at, and returns its path. The same text is kept once.
	KeepCopy(ctx context.Context, v Version, at time.Time) (path string, err error)

	// LoadCopy returns the other text of an entry, as its file has it now.
	LoadCopy(ctx context.Context, c Copy) (Version, error)

	// DropCopy puts the file of a copy into the trash if it still has the Rev
	// was; otherwise it changes nothing and returns a *Conflict.
	DropCopy(ctx context.Context, c Copy, was Rev) error
}

// Editable is a Store whose entries are files that other programs can edit.
type Editable interface {
	// Outside calls run with the path of the entry's file, in a folder that
	// exists meanwhile.
	Outside(id ID, run func(path string) error) error
}

// Dated is a Store whose entries are named by programs and people that write
// days in their own ways.
type Dated interface {
	// Readings returns what the days in the names may mean, where a name such
	// as 05-02-2022 can be read in two ways and none of the others tells which.
	// Until ReadAs chooses one of them, such names are no entries.
	Readings(ctx context.Context) ([]Reading, error)
	ReadAs(r Reading) error
}

// Reading is one way to read the days in the names of files.
type Reading struct {
	File string    // a file that it matters for, relative to the journal
	Date date.Date // its day in this way
	As   string    // the way, for the Store
}

// ErrNotFound is returned for an entry that has no file.
var ErrNotFound = errors.New("no such entry")

// Conflict is returned for a change made on top of another version than the
// stored one. Theirs is what is stored; its Rev is "" when the file is gone.
type Conflict struct{ Theirs Version }

func (c *Conflict) Error() string {
	if c.Theirs.Rev == "" {
		return fmt.Sprintf("%v was removed by another program", c.Theirs.ID)
	}
	return fmt.Sprintf("%v was changed by another program", c.Theirs.ID)
}

// Odd is a path in the journal's folder that looks like an entry and is none.
// It is left as it is.
type Odd struct {
	Path string // relative to the journal
	Why  string // in words
	Copy *Copy  // if it is another text of an entry
	Twin string // if it is the same entry as this file, which counts
}

// Why a path is left alone, where that needs no further words.
const (
	IsFolder    = "is a folder, not a file"
	IsPipe      = "is a named pipe, not a file"
	IsSocket    = "is a socket, not a file"
	IsDevice    = "is a device, not a file"
	IsNoFile    = "is not a plain file"
	IsClosed    = "is a folder that may not be read; give yourself the right to (chmod u+rwx)"
	LinksNot    = "is a link to nothing"
	LinksRound  = "is a link that cannot be followed"
	LinksOut    = "is a link that leads out of the journal"
	LinksNoFile = "is a link to what is not a file"
)

func (o *Odd) Error() string { return o.Path + ": " + o.Why }
