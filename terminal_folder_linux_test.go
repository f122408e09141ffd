package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"lifelog/store/storetest"

	"golang.org/x/sys/unix"
)

// TestHostileJournal opens a journal of very many entries with everything in it
// that must not be opened. The program starts as ever, looks at each of them,
// writes an entry, and changes nothing outside of its own folders.
func TestHostileJournal(t *testing.T) {
	x := atHome(t, "LIFELOG_NOW=2026-12-01T18:20:00+09:00")
	entries := storetest.Rounds(2_000, 100_000)
	made := ""
	for v := range storetest.Corpus(entries) {
		day := v.ID.Date.String()
		folder := filepath.Join(x.home, "lifelog", day[:4], day[5:7])
		if folder != made {
			if err := os.MkdirAll(folder, 0o700); err != nil {
				t.Fatal(err)
			}
			made = folder
		}
		if err := os.WriteFile(filepath.Join(folder, day+".md"), []byte(v.Text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	odd := x.oddities()
	begun := time.Now()
	x.runHere(100, 40, "lifelog")
	x.sees("Ctrl-Q")
	took := time.Since(begun)
	x.key("C-q")
	x.until("the end", func(s screen) bool { return !s.alternate })

	if err := x.command("strace", "-qq", "-o", "/dev/null", "true").Run(); err != nil {
		t.Skip("there is no strace(1) here to see what is written: ", err)
	}
	log := filepath.Join(t.TempDir(), "strace")
	x.runHere(100, 40, "strace", "-f", "-qq", "-y", "-o", log, "-e", "trace=openat,mkdirat,unlinkat,renameat,renameat2,linkat,symlinkat,fchmodat,fchownat,truncate", "lifelog")
	x.sees("Ctrl-Q")
	x.asked()
	for range 2 * odd {
		x.key("Down")
	}
	x.key("F2")
	x.until("the page", func(s screen) bool { return strings.Contains(s.rows[0], "12月1日") && s.cursor })
	x.typ("無事です")
	x.key("C-q")
	x.until("the end", func(s screen) bool { return !s.alternate })
	if got := x.read("lifelog/2026/12/2026-12-01.md"); got != "無事です" {
		t.Errorf("the entry holds %q", got)
	}
	written, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	inside, outside := 0, 0
	for line := range bytes.Lines(written) {
		switch where := changes(string(line)); {
		case where == "":
		case x.owns(where):
			inside++
		default:
			t.Errorf("it changed something outside: %s", line)
			outside++
		}
	}
	if inside < 5 {
		t.Errorf("only %d changes are seen: %.2000s", inside, written)
	}
	t.Logf("%d entries and %d odd things: on the screen after %v, %d changes in its folders, %d outside", entries, odd, took.Round(time.Millisecond), inside, outside)
}

// oddities puts things into the newest month of the journal that are not what
// their names say, and returns how many.
func (x *terminal) oddities() (n int) {
	x.t.Helper()
	month := filepath.Join(x.home, "lifelog/2026/11")
	outside := x.t.TempDir()
	secret := filepath.Join(outside, "secret.md")
	bomb := "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 9), ","))
	}
	file := func(name, text string) error { return os.WriteFile(filepath.Join(month, name), []byte(text), 0o600) }
	for _, err := range []error{
		os.WriteFile(secret, []byte("secret\n"), 0o600),
		unix.Mkfifo(month+"/2026-11-22.md", 0o600),
		os.Symlink("/dev/zero", month+"/2026-11-23.md"),
		os.Symlink("2026-11-24.md", month+"/2026-11-24.md"),
		os.Symlink(secret, month+"/2026-11-25.md"),
		os.Symlink(outside, filepath.Join(x.home, "lifelog/2027")),
		os.Symlink("..", month+"/2026-11-26.md"),
		os.Mkdir(month+"/2026-11-27.md", 0o700),
		file("2026-11-28-\x1b[2J\x1b]0;owned\a.md", "a name\n"),
		file("2026-11-28-a\nb.md", "a name\n"),
		file("2026-11-28-\xff\xfe.md", "a name\n"),
		file("2026-11-28-が.md", "composed\n"),
		file("2026-11-28-か\u3099.md", "decomposed\n"),
		file("2026-11-29.md", bomb+"---\n\nbehind a bomb\n"),
		file("2026-11-30-flow.md", "---\na: "+strings.Repeat("[", 60_000)+"\n---\n\nbehind another\n"),
		file("2026-11-30-deep.md", strings.Repeat("> - ", 20_000)+"deep\n"),
		file("2026-11-30-nul.md", "a\x00b\xff\n"),
		file("2026-11-30-denied.md", "denied\n"),
		os.Chmod(month+"/2026-11-30-denied.md", 0),
		file("2026-11-30-sparse.md", ""),
		os.Truncate(month+"/2026-11-30-sparse.md", 2<<30),
	} {
		if err != nil {
			x.t.Fatal(err)
		}
		n++
	}
	return n
}

// change is a call that changes a file, as strace -y writes it.
var change = regexp.MustCompile(`^\d+ +(\w+)\((?:AT_FDCWD<([^>]*)>|\d+<([^>]*)>|AT_FDCWD), "([^"]*)"(.*)`)

// changes is the path that a line of strace says was to be changed, "" for none.
func changes(line string) string {
	m := change.FindStringSubmatch(line)
	if m == nil || strings.Contains(line, " = -1 ") || m[1] == "openat" && !regexp.MustCompile(`O_WRONLY|O_RDWR|O_CREAT|O_TRUNC`).MatchString(m[5]) {
		return ""
	}
	if filepath.IsAbs(m[4]) {
		return m[4]
	}
	return filepath.Join(m[2]+m[3], m[4])
}

// owns says whether lifelog may change what is at a path.
func (x *terminal) owns(path string) bool {
	for _, own := range []string{filepath.Join(x.home, "lifelog"), filepath.Join(x.home, ".local/state"), filepath.Join(x.home, ".config"), "/dev/"} {
		if strings.HasPrefix(path, own) {
			return true
		}
	}
	return path == filepath.Join(x.home, ".local")
}
