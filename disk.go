package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/ui/cell"
	"lifelog/ui/words"
)

// disk is the folder that a journal was opened in.
type disk struct {
	root string // its path
	dir  *store.Dir
	edit func(editor, path string, line int) error
	lang words.Lang
	mu   sync.Mutex
	wall wall
	told []string // what is to be said when the screen is gone
}

// folder is where the journal is: in the folder that an option names, else in
// $LIFELOG_DIR, else in that of the settings, else in ~/lifelog; from says what
// named it, "" for the last two.
func folder(option, set string) (path, from string, err error) {
	switch env := os.Getenv("LIFELOG_DIR"); {
	case option != "":
		return option, "--dir", nil
	case env != "":
		return env, "$LIFELOG_DIR", nil
	case set != "":
		return fromHome(set), "", nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", "", errors.New("there is no home folder to keep a journal in; set LIFELOG_DIR")
	}
	return filepath.Join(home, "lifelog"), "", nil
}

// open returns the journal in the folder that an option names, or in the usual
// one when it is "".
func (d *disk) open(option string, now func() time.Time) (*journal.Journal, error) {
	set, _, _ := d.settings() // the screen tells what is wrong with them
	path, _, err := folder(option, set.Dir)
	if err != nil {
		return nil, err
	}
	dir, err := store.Open(path, store.Options{Kept: d.keep})
	if err != nil {
		return nil, err
	}
	d.root, d.dir = path, dir
	j := journal.Open(dir, now)
	j.LimitHistory(int64(set.HistorySize))
	j.StartDay(time.Duration(set.DayStart))
	j.KnowZones(zones(path))
	return j, nil
}

// home writes a path for people, who know their home as "~".
func home(path string) string {
	dir, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	if below, found := strings.CutPrefix(path, dir+string(filepath.Separator)); found {
		return filepath.Join("~", below)
	}
	return path
}

// fromHome is what a path that may begin with "~/" means.
func fromHome(path string) string {
	if below, found := strings.CutPrefix(path, "~/"); found {
		if dir, err := os.UserHomeDir(); err == nil {
			return filepath.Join(dir, below)
		}
	}
	return path
}

// keep takes in a conflict copy that the store made on its own.
func (d *disk) keep(path string) {
	d.tell(words.WroteBeside, path)
}

// shared returns the command that closes the journal to other users of the
// machine, if they can look into it and nobody has said so yet; else "".
func (d *disk) shared() (mend string) {
	told := map[string]bool{}
	recall(sharedFile, &told)
	path, err := filepath.Abs(d.root)
	if err != nil || told[path] || !d.dir.Shared() {
		return ""
	}
	told[path] = true
	remember(sharedFile, told)
	if short := home(path); !strings.ContainsFunc(short[1:], needsQuotes) {
		return "chmod -R go-rwx " + short
	}
	return "chmod -R go-rwx '" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// needsQuotes reports whether a shell may read a character in its own way.
func needsQuotes(r rune) bool {
	return r < 0x80 && !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || strings.ContainsRune("/._-", r))
}

// sweep clears away what saves that were cut short have left.
func (d *disk) sweep(ctx context.Context) {
	if err := d.dir.Sweep(ctx); err != nil && ctx.Err() == nil {
		d.tell(words.NotSwept, err)
	}
}

// thin returns what forgets earlier states of entries as they age, and reports
// whether to do that again later.
func (d *disk) thin(j *journal.Journal) func(ctx context.Context, step func(done, all int)) bool {
	return func(ctx context.Context, step func(done, all int)) bool {
		err := j.Thin(ctx, step)
		if err != nil && ctx.Err() == nil {
			d.tell(words.Reason, err)
		}
		return err == nil
	}
}

func (d *disk) tell(p words.Phrase, args ...any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.told = append(d.told, d.lang.Say(p, args...))
}

// close ends what is under way and says what nobody has said yet. It returns
// the status the program ends with: the given one, or a failure of its own.
func (d *disk) close(status int) int {
	if d.dir == nil {
		return status
	}
	if err := d.dir.Close(); err != nil {
		say(err.Error())
		status = max(status, 1)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, line := range d.told {
		say(line)
	}
	return status
}

// say tells the person something that no face could.
func say(line string) { fmt.Fprintf(os.Stderr, "lifelog: %s\n", cell.CleanLine(line)) }
