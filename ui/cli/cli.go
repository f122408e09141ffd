// Package cli is the command line: the second face of the journal, for pipes,
// scripts and everyone who would rather have no screen. A command is a file
// and a row of the table in commands.go.
//
// Words for people are in one voice. Data goes to standard output; all else to
// standard error as "lifelog add: …", in lower case, without a full stop, and
// with a line "hint: …" below where a next step is known. The status is 0 for
// done, 1 for failed or nothing found, 2 for used wrongly and 130 for stopped
// by the person.
//
// What comes from outside (entries, names of files) goes into a pipe or file
// byte for byte. On a terminal it is made safe first, so that no entry can
// drive the terminal.
package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"syscall"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

// Env is all that the command line touches: what the operating system gave
// the program, and what other rooms lend.
type Env struct {
	In       io.Reader
	Out, Err io.Writer

	InIsTerminal, OutIsTerminal, ErrIsTerminal bool

	Lang    words.Lang
	Width   int // cells of a row of the terminal Out; 0 when not known
	Getenv  func(string) string
	Now     func() time.Time // the clock, unless LIFELOG_NOW sets another
	Version string

	// Open returns the journal in the folder dir, or in the usual one when
	// dir is "". The journal lives by the clock now.
	Open func(dir string, now func() time.Time) (*journal.Journal, error)

	// Shared returns the command that closes the journal that was opened to
	// other users of the machine, if they can look into it; once for each
	// journal, and "" from then on.
	Shared func() (mend string)

	// Config returns the settings in force. The folder of the journal is dir,
	// unless that is "".
	Config func(dir string) (Config, error)

	// InitConfig writes a settings file to begin with and returns its path. It
	// fails if there is one.
	InitConfig func() (path string, err error)

	// Screen runs the program on the terminal until it is left.
	Screen func(ctx context.Context, j *journal.Journal, at Start) error

	// Render returns Markdown as styled rows of at most width cells, safe for
	// a terminal.
	Render func(text string, width int) (string, error)

	// Edit runs an editor, a command line such as "code --wait", on the file
	// at path, which need not exist, and returns when it has ended.
	Edit func(editor, path string) error
}

// Start says where the screen opens.
type Start struct {
	ID    journal.ID // the entry; the zero ID is home
	Write bool       // in the editor, the caret at the end
}

// Main runs the program with the arguments behind its name, and returns the
// status it ends with.
func Main(ctx context.Context, env *Env, args []string) (status int) {
	c := &call{Env: env, name: "lifelog", out: bufio.NewWriter(env.Out)}
	err := c.run(ctx, args)
	if failed := c.out.Flush(); err == nil {
		err = failed
	}
	return c.end(ctx, err)
}

// call is one run of the program.
type call struct {
	*Env
	name string // how it names itself in words: "lifelog" or "lifelog add"
	out  *bufio.Writer
	dir  string // the folder of the journal that --dir names
	j    *journal.Journal
}

// say is a phrase in the language of the person.
func (c *call) say(p words.Phrase, args ...any) string { return c.Lang.Say(p, args...) }

// fail is an error that says a phrase, in which %w wraps another one.
func (c *call) fail(p words.Phrase, args ...any) error { return fmt.Errorf(c.Lang.Say(p), args...) }

// tell says something that only a person who looks wants to know.
func (c *call) tell(p words.Phrase, args ...any) {
	if c.ErrIsTerminal {
		c.warn(p, args...)
	}
}

// warn says something that must not go unseen.
func (c *call) warn(p words.Phrase, args ...any) { c.complain(c.say(p, args...)) }

// complain writes a line for people, made safe for a terminal.
func (c *call) complain(line string) {
	fmt.Fprintf(c.Err, "%s: %s\n", c.name, cell.CleanLine(line)) // when even this fails nobody is left to tell
}

// reason is an error in the language of the person, if that is known; an error
// by itself is English.
func (c *call) reason(err error) string {
	var query *journal.QueryError
	var day *date.Error
	switch {
	case c.Lang == words.English:
	case errors.As(err, &query):
		return c.Lang.QueryFault(query)
	case errors.As(err, &day):
		return day.Input + ": " + c.Lang.DateFault(day)
	}
	return err.Error()
}

// fault is an error that knows how the program ends.
type fault struct {
	error  // nil when all was said already
	status int
	hint   string // what to do next, "" when not known
}

func (f *fault) Unwrap() error { return f.error }

// wrong is the fault of a program that was used wrongly.
func wrong(err error, hint string) error { return &fault{err, 2, hint} }

// failed is the fault of a program that was used well but could not do it.
func failed(err error, hint string) error { return &fault{err, 1, hint} }

// silent is for a failure that was told already, or that needs no words.
var silent = failed(nil, "")

// end says what went wrong and turns it into a status.
func (c *call) end(ctx context.Context, err error) int {
	var f *fault
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // who read the output has seen enough
		return 0
	case ctx.Err() != nil:
		return 130
	case !errors.As(err, &f):
		f = &fault{error: err, status: 1}
	}
	if f.error != nil {
		c.complain(c.reason(f.error))
	}
	if f.hint != "" {
		fmt.Fprintf(c.Err, "hint: %s\n", cell.CleanLine(f.hint))
	}
	return f.status
}
