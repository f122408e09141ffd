package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSoak has somebody work at random for as long as $LIFELOG_SOAK says: keys,
// pastes, selections, undo, resizes, leaving and coming back, while the program
// is killed and other programs change the file. Beside it the same is done to a
// plain list of characters; the file and the screen must agree with that.
//
// In the first half of the time the program is killed every few hundred keys; in
// the second it lives on, and must not grow by more than what undo keeps.
func TestSoak(t *testing.T) {
	length, seed := 8*time.Second, uint64(20220502)
	if set := os.Getenv("LIFELOG_SOAK"); set != "" {
		var err error
		if length, err = time.ParseDuration(set); err != nil {
			t.Fatal(err)
		}
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("seed %d", seed)
	s := &soak{terminal: atHome(t), rng: rand.New(rand.NewPCG(seed, 16)), did: map[string]int{}}
	s.write(".config/lifelog/config.toml", "start = \"write\"\n")
	s.now = page{atoms: s.scribble(200)}
	s.write(filepath.Join("lifelog", day), s.text())
	s.begin()
	begun := time.Now()
	for time.Since(begun) < length/2 {
		s.work(10 + s.rng.IntN(40))
		if s.rng.IntN(8) == 0 {
			s.killed()
		}
	}
	few := s.goroutines()
	s.begin()
	s.work(300) // everything has been used once
	s.settle()
	first, young := s.size(), s.keys
	for time.Since(begun) < length {
		s.work(10 + s.rng.IntN(40))
	}
	s.settle()
	second := s.size()
	many := s.goroutines()
	s.check(few, many, first, second, s.keys-young)
	t.Logf("%d keys in %v: %v; no divergence; after 300 keys %v, at the end %v; %d and %d goroutines",
		s.keys, time.Since(begun).Round(time.Second), s.did, first, second, few, many)
}

// soak is somebody who works at random, and what must come of it.
type soak struct {
	*terminal
	p     *pty
	rng   *rand.Rand
	keys  int
	did   map[string]int
	trail []string // what was pressed last

	now    page
	states []page // since the file held what it should: what it may hold after a kill
}

// page is a text in characters as a person knows them, and the caret before one
// of them.
type page struct {
	atoms []string
	caret int
}

func (p page) text() string { return strings.Join(p.atoms, "") }

func (s *soak) text() string { return s.now.text() }

// atoms are characters that stay apart from each other, and no marks of
// Markdown.
var atoms = []string{"a", "b", "Z", "é", "あ", "雨", "。", "「", "」", "ー", "ｶ", "🍣", "🎉", "か\u3099", "①", "…", " ", "　"}

func (s *soak) atom() string { return atoms[s.rng.IntN(len(atoms))] }

// splice changes the page: the atoms from..to become others, and the caret
// stands behind them.
func (s *soak) splice(from, to int, in ...string) {
	s.now.atoms = slices.Concat(s.now.atoms[:from], in, s.now.atoms[to:])
	s.now.caret = from + len(in)
	s.states = append(s.states, s.now)
}

// begin starts lifelog, and waits for what the last one left to be put back.
func (s *soak) begin() {
	s.t.Helper()
	s.p = s.writeOn("2022-05-02")
	s.waitFor("the drafts to be put back", func() bool { return len(s.drafts()) == 0 })
	got := s.read(filepath.Join("lifelog", day))
	at := slices.IndexFunc(s.states, func(p page) bool { return p.text() == got })
	switch {
	case len(s.states) == 0:
	case at < 0:
		s.t.Fatalf("after %d keys the file holds what never was on the screen: %s\n%s", s.keys, difference(got, s.text()), strings.Join(s.trail, "\n"))
	default:
		s.now = s.states[at]
	}
	for end := time.Now().Add(patience); ; { // what was put back comes to the page a moment later
		s.end()
		time.Sleep(50 * time.Millisecond)
		if s.shows(s.tail()) {
			break
		}
		if time.Now().After(end) {
			s.t.Fatalf("after %d keys %q is not on the page\n%v", s.keys, s.tail(), s.screen())
		}
	}
	s.end()
	s.settle()
}

// tail is the end of the page, and shows says whether the screen has that before
// the caret, and nothing behind it.
func (s *soak) tail() string {
	return packed(strings.Join(s.now.atoms[max(0, len(s.now.atoms)-8):], ""))
}

func (s *soak) shows(text string) bool {
	now := s.screen()
	return strings.HasSuffix(packed(strings.Join(now.rows[:min(len(now.rows), now.y+1)], "")), text)
}

// drafts are those of programs that have ended.
func (s *soak) drafts() []string {
	list, err := filepath.Glob(filepath.Join(s.home, ".local/state/lifelog/drafts/*/*.draft"))
	if err != nil {
		s.t.Fatal(err)
	}
	ours := fmt.Sprintf("-%d-", s.p.cmd.Process.Pid)
	return slices.DeleteFunc(list, func(path string) bool { return strings.Contains(filepath.Base(path), ours) })
}

// work presses some keys, and then looks whether all is as it should be.
func (s *soak) work(n int) {
	s.t.Helper()
	for range n {
		s.act()
		if s.rng.IntN(3) > 0 {
			time.Sleep(time.Duration(s.rng.IntN(6)) * time.Millisecond)
		}
	}
	s.settle()
	switch s.rng.IntN(12) {
	case 0:
		s.leaveAndReturn()
	case 1, 2:
		s.outside()
	case 3:
		s.undo()
	case 4:
		s.wander()
	case 5, 6:
		s.resize()
	}
	s.settle()
}

// press sends one key, or what comes at once.
func (s *soak) press(what, sent string) {
	s.t.Helper()
	s.did[what]++
	s.keys++
	s.trail = append(s.trail[max(0, len(s.trail)-300):], fmt.Sprintf("%s %q", what, sent))
	s.bytes(sent)
}

// act presses one key that changes the page in a known way.
func (s *soak) act() {
	s.t.Helper()
	at, size := s.now.caret, len(s.now.atoms)
	switch r := s.rng.IntN(100); {
	case size > 3000:
		s.replaceAll()
	case r < 58:
		a := s.atom()
		s.press("typed", a)
		s.splice(at, at, a)
	case r < 64:
		if !s.indented() {
			s.press("enter", "\r")
			s.splice(at, at, "\n")
		}
	case r < 74 && at > 0 && s.words() > 2:
		s.press("backspace", "\x7f")
		s.splice(at-1, at)
	case r < 78 && at < size && s.words() > 2:
		s.press("delete", sequences["Delete"])
		s.splice(at, at+1)
	case r < 84 && at > 0:
		s.press("left", sequences["Left"])
		s.now.caret--
	case r < 88 && at < size:
		s.press("right", sequences["Right"])
		s.now.caret++
	case r < 90:
		s.press("start", sequences["C-Home"])
		s.now.caret = 0
	case r < 92:
		s.end()
	case r < 95:
		in := s.scribble(1 + s.rng.IntN(60))
		s.press("pasted", "\x1b[200~"+strings.Join(in, "")+"\x1b[201~")
		s.splice(at, at, in...)
	case r < 97 && at > 4 && s.words() > 9:
		n := 1 + s.rng.IntN(4)
		s.press("selected", strings.Repeat("\x1b[1;2D", n))
		a := "x"
		s.press("typed", a)
		s.splice(at-n, at, a)
	default:
		s.press("saved", "\x13")
	}
}

// words is how many characters are no space: a page without any has no file.
func (s *soak) words() int { return len(packed(s.text())) }

// indented says whether the line of the caret begins with a space, which Enter
// would repeat.
func (s *soak) indented() bool {
	at := s.now.caret
	for at > 0 && s.now.atoms[at-1] != "\n" {
		at--
	}
	return at < len(s.now.atoms) && strings.TrimSpace(s.now.atoms[at]) == ""
}

// scribble is some lines to paste.
func (s *soak) scribble(n int) (in []string) {
	for range n {
		if s.rng.IntN(12) == 0 {
			in = append(in, "\n")
		}
		in = append(in, s.atom())
	}
	return append(in, "z")
}

func (s *soak) end() {
	s.t.Helper()
	s.press("end", sequences["C-End"])
	s.now.caret = len(s.now.atoms)
}

func (s *soak) replaceAll() {
	s.t.Helper()
	in := s.scribble(300)
	s.press("all", "\x01")
	s.press("pasted", "\x1b[200~"+strings.Join(in, "")+"\x1b[201~")
	s.splice(0, len(s.now.atoms), in...)
}

// undo goes back some steps and forth again.
func (s *soak) undo() {
	s.t.Helper()
	n := 1 + s.rng.IntN(6)
	for range n {
		s.press("undone", "\x1a")
	}
	for range n {
		s.press("redone", "\x19")
	}
	s.end()
}

// resize changes the size of the window.
func (s *soak) resize() {
	s.t.Helper()
	s.did["resized"]++
	s.trail = append(s.trail, "resized")
	time.Sleep(50 * time.Millisecond) // what is still being drawn is for the old size
	if err := s.p.size(60+s.rng.IntN(120), 12+s.rng.IntN(50)); err != nil {
		s.t.Fatal(err)
	}
}

// wander moves about in ways that only the screen knows, and comes back.
func (s *soak) wander() {
	s.t.Helper()
	ways := []string{"Up", "Down", "PPage", "NPage", "C-Left", "C-Right", "Home", "End"}
	for range 1 + s.rng.IntN(10) {
		s.press("moved", sequences[ways[s.rng.IntN(len(ways))]])
	}
	s.end()
}

// leaveAndReturn goes to the list and comes back to write.
func (s *soak) leaveAndReturn() {
	s.t.Helper()
	s.press("left the page", "\x1b")
	s.until("the list", func(now screen) bool { return strings.HasPrefix(strings.TrimSpace(now.rows[0]), "lifelog") })
	s.press("came back", sequences["F2"])
	s.until("the page", func(now screen) bool { return strings.Contains(now.rows[0], "5月2日") && now.cursor })
	s.end()
}

// outside has another program add a line, in one of the ways that programs
// write, while there may be something that is not saved yet.
func (s *soak) outside() {
	s.t.Helper()
	at := s.apart()
	if at < 0 {
		return
	}
	s.end()
	s.did["changed outside"]++
	s.trail = append(s.trail, "changed outside")
	file := filepath.Join(s.home, "lifelog", day)
	line := fmt.Sprintf("外%d\n", s.keys)
	text := s.text()
	other := strings.Join(s.now.atoms[:at], "") + line + strings.Join(s.now.atoms[at:], "")
	var added []string
	if s.rng.IntN(2) == 0 { // unsaved
		for range 1 + s.rng.IntN(5) {
			added = append(added, s.atom())
		}
		s.press("typed", strings.Join(added, ""))
	}
	if now := s.read(filepath.Join("lifelog", day)); now != text { // it saved itself in this moment
		other = strings.Replace(now, text, other, 1)
	}
	temp := file + ".new"
	if s.rng.IntN(2) == 0 {
		temp = file
	}
	if err := os.WriteFile(temp, []byte(other), 0o600); err != nil {
		s.t.Fatal(err)
	}
	if temp != file {
		if err := os.Rename(temp, file); err != nil {
			s.t.Fatal(err)
		}
	}
	last := s.atom() // once it is saved the two have met
	s.press("typed", last)
	s.now.atoms = slices.Concat(s.now.atoms[:at], atomsOf(line), s.now.atoms[at:], added, []string{last})
	s.now.caret = len(s.now.atoms)
	s.states = nil
	s.settle()
	s.end()
}

// apart is where another program can add a line that is joined with what is
// typed at the end without a doubt: lines that are there more than once leave
// one, and what becomes of the end of the last line. -1 for nowhere.
func (s *soak) apart() int {
	lines := strings.SplitAfter(s.text(), "\n")
	count := map[string]int{}
	for _, line := range lines {
		count[line]++
	}
	if last := lines[len(lines)-1]; len(lines) < 4 || len(last) < 8 || count[last] > 1 {
		return -1
	}
	var places []int
	at := 0
	for i, line := range lines[:max(0, len(lines)-3)] {
		if i > 0 && count[line] == 1 && count[lines[i-1]] == 1 {
			places = append(places, at)
		}
		at += len(atomsOf(line))
	}
	if len(places) == 0 {
		return -1
	}
	return places[s.rng.IntN(len(places))]
}

// atomsOf parts a text that is made of atoms.
func atomsOf(text string) (list []string) {
	for text != "" {
		next := text[:len(string([]rune(text)[0]))]
		for _, a := range atoms {
			if len(a) > len(next) && strings.HasPrefix(text, a) {
				next = a
			}
		}
		list = append(list, next)
		text = text[len(next):]
	}
	return list
}

// settle waits for all keys to have been taken in, and for the file to hold the
// page. A character is put in and taken out again, so that no earlier state of
// the file is taken for this one.
func (s *soak) settle() {
	s.t.Helper()
	at := s.now.caret
	s.press("typed", "※")
	s.splice(at, at, "※")
	s.saved()
	s.press("backspace", "\x7f")
	s.splice(at, at+1)
	s.saved()
	s.states = []page{s.now}
	s.trail = append(s.trail, "settled")
	if s.now.caret == len(s.now.atoms) {
		tail := s.tail()
		s.until(tail+" at the end of the screen", func(screen) bool { return s.shows(tail) })
	}
	if copies, err := filepath.Glob(filepath.Join(s.home, "lifelog/2022/05/*.conflict-*")); err != nil || len(copies) > 0 {
		s.t.Fatalf("after %d keys there are conflict copies, although no two sides met: %q %v", s.keys, copies, err)
	}
}

// saved saves, and waits for the file to hold the page.
func (s *soak) saved() {
	s.t.Helper()
	want := s.text()
	for end := time.Now().Add(2 * patience); ; {
		s.bytes("\x13")
		got := s.read(filepath.Join("lifelog", day))
		for try := 0; got != want && try < 50; try++ {
			time.Sleep(4 * time.Millisecond)
			got = s.read(filepath.Join("lifelog", day))
		}
		if got == want {
			return
		}
		if time.Now().After(end) {
			s.t.Fatalf("after %d keys the file holds %d bytes, not %d: %s\n%v\n%s", s.keys, len(got), len(want), difference(got, want), s.screen(), strings.Join(s.trail, "\n"))
		}
	}
}

// waitFor waits for what is no matter of the screen.
func (s *soak) waitFor(what string, is func() bool) {
	s.t.Helper()
	for end := time.Now().Add(2 * patience); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("after %d keys, waiting for %s\n%v", s.keys, what, s.screen())
		}
	}
}

// killed types a little, kills lifelog in the middle of it and starts it again.
func (s *soak) killed() {
	s.t.Helper()
	for range 1 + s.rng.IntN(30) {
		s.act()
	}
	time.Sleep(time.Duration(s.rng.IntN(20)) * time.Millisecond)
	if err := s.p.kill(syscall.SIGKILL); err != nil {
		s.t.Fatal(err)
	}
	s.did["killed"]++
	s.trail = append(s.trail, "killed")
	s.begin()
}

// goroutines ends lifelog in the way that makes Go say what it was doing.
func (s *soak) goroutines() int {
	s.t.Helper()
	if err := s.p.kill(syscall.SIGQUIT); err != nil {
		s.t.Fatal(err)
	}
	n := len(regexp.MustCompile(`(?m)^goroutine \d+ `).FindAll(bytes.ReplaceAll(s.p.sent(), []byte("\r"), nil), -1))
	if n == 0 {
		s.t.Errorf("the program did not say what it was doing: %q", s.p.sent())
	}
	return n
}

// size is how large lifelog is at the moment.
type size struct{ rss, files int }

func (z size) String() string { return fmt.Sprintf("%d MB, %d files open", z.rss>>10, z.files) }

func (s *soak) size() (z size) {
	s.t.Helper()
	time.Sleep(3 * time.Second) // the second looks at what was replaced
	proc := fmt.Sprintf("/proc/%d/", s.p.cmd.Process.Pid)
	status, err := os.ReadFile(proc + "status")
	if err != nil {
		s.t.Fatal(err)
	}
	if m := regexp.MustCompile(`VmRSS:\s*(\d+) kB`).FindSubmatch(status); m != nil {
		z.rss, _ = strconv.Atoi(string(m[1]))
	}
	open, err := os.ReadDir(proc + "fd")
	if err != nil {
		s.t.Fatal(err)
	}
	z.files = len(open)
	return z
}

// undoes is how many bytes of the system a key may cost that is a step of undo by
// itself: the step has 130, but while the list of them grows there is more than
// one list (200,000 steps of text.History were 26 MB, and took 115).
const undoes = 500

// check compares the young program with the old one, some keys later.
func (s *soak) check(few, many int, first, second size, keys int) {
	s.t.Helper()
	if many > few+3 {
		s.t.Errorf("there were %d goroutines and are %d", few, many)
	}
	if second.files > first.files+2 {
		s.t.Errorf("there were %d files open and are %d", first.files, second.files)
	}
	if second.rss > first.rss+30<<10+keys*undoes>>10 {
		s.t.Errorf("it had %d KB and has %d after %d keys", first.rss, second.rss, keys)
	}
}
