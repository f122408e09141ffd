package ui

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/ui/cell"
	"lifelog/ui/settings"
	"lifelog/ui/words"
)

var update = flag.Bool("update", false, "write the frames in testdata anew")

// driver is a person at the program without a terminal: a key, then every
// command that follows from it to its end, then the next key.
type driver struct {
	t         *testing.T
	m         *Model
	store     journal.Store
	clock     time.Time
	time      time.Time // how late it is on the machine
	timers    []tea.Cmd // what waits for a pause
	quit      bool
	suspended bool
	silent    bool     // the terminal answers nothing
	sent      []string // what the terminal was sent beside the frames
	each      func()   // is called for every frame

	pause func(tea.Cmd) // takes the commands, which are not done then; nil to do them
}

func id(s string) journal.ID {
	i, err := journal.ParseID(s)
	if err != nil {
		panic(err)
	}
	return i
}

// begin starts the program at 80×24 on a Monday evening, with entries.
func begin(t *testing.T, entries map[string]string, options ...func(*Options)) *driver {
	t.Helper()
	s := store.NewMem()
	for name, text := range entries {
		if _, err := s.Save(context.Background(), journal.Version{ID: id(name), Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	return beginOn(t, s, options...)
}

func beginOn(t *testing.T, s journal.Store, options ...func(*Options)) *driver {
	t.Helper()
	d := &driver{t: t, store: s, clock: time.Date(2022, 5, 2, 18, 20, 0, 0, time.UTC)}
	o := Options{Lang: words.English, Root: "~/lifelog", Getenv: func(string) string { return "" }, Settings: settings.Default()}
	for _, set := range options {
		set(&o)
	}
	d.m = New(context.Background(), journal.Open(s, func() time.Time { return d.clock }), o)
	d.m.clock = func() time.Time { return d.time }
	d.m.tick = func(_ time.Duration, msg tea.Msg) tea.Cmd {
		if msg == (settledMsg{}) {
			return func() tea.Msg { return msg }
		}
		d.timers = append(d.timers, func() tea.Msg { return msg })
		return nil
	}
	d.run(d.m.Init())
	d.size(80, 24)
	return d
}

func japanese(o *Options) { o.Lang = words.Japanese }

// run does a command and everything that follows from it.
func (d *driver) run(cmd tea.Cmd) {
	d.t.Helper()
	if cmd == nil {
		return
	}
	d.send(cmd())
}

func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	switch msg := msg.(type) {
	case nil:
		return
	case tea.Cmd:
		d.t.Fatal("a command returned a command, which Bubble Tea drops without a word")
	case tea.BatchMsg:
		for _, cmd := range msg {
			d.run(cmd)
		}
		return
	case tea.QuitMsg:
		d.quit = true
		return
	case tea.SuspendMsg:
		d.suspended = true
		return
	case tea.RawMsg:
		d.sent = append(d.sent, fmt.Sprint(msg.Msg))
		if msg.Msg == ansi.RequestPrimaryDeviceAttributes && !d.silent {
			d.send(uv.PrimaryDeviceAttributesEvent{62, 22})
		}
		return
	}
	if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() { // a sequence
		for i := range v.Len() {
			d.run(v.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	_, cmd := d.m.Update(msg)
	d.m.View()
	if d.each != nil {
		d.each()
	}
	if d.pause != nil {
		d.pause(cmd)
		return
	}
	d.run(cmd)
}

func (d *driver) size(w, h int) { d.send(tea.WindowSizeMsg{Width: w, Height: h}) }

var named = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "space": tea.KeySpace,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10,
}

// press presses keys by their names.
func (d *driver) press(keys ...string) *driver {
	d.t.Helper()
	for _, name := range keys {
		key, rest := tea.Key{}, name
		for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt, "shift+": tea.ModShift} {
			if strings.Contains(rest, prefix) {
				rest, key.Mod = strings.Replace(rest, prefix, "", 1), key.Mod|mod
			}
		}
		if code, ok := named[rest]; ok {
			key.Code = code
		} else {
			key.Code = []rune(rest)[0]
			if key.Mod == 0 {
				key.Text = rest
			}
		}
		if rest == "space" {
			key.Text = " "
		}
		d.send(tea.KeyPressMsg(key))
	}
	return d
}

// typ types text as a keyboard does, a cluster at a time.
func (d *driver) typ(s string) *driver {
	d.t.Helper()
	for _, c := range cell.Clusters(s) {
		if c == "\n" {
			d.press("enter")
			continue
		}
		d.send(tea.KeyPressMsg{Code: []rune(c)[0], Text: c})
	}
	return d
}

func (d *driver) click(x, y int) *driver {
	d.t.Helper()
	d.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	return d
}

func (d *driver) drag(x, y int) *driver {
	d.t.Helper()
	d.send(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
	return d
}

// wait lets the pause pass that autosave waits for.
func (d *driver) wait() *driver {
	d.t.Helper()
	d.time = d.time.Add(pause)
	timers := d.timers
	d.timers = nil
	for _, cmd := range timers {
		d.run(cmd)
	}
	return d
}

// screen is what is seen, without colours.
func (d *driver) screen() string {
	var b strings.Builder
	for _, line := range strings.Split(d.m.View().Content, "\n") {
		b.WriteString(strings.TrimRight(cell.Parse(line).Text, " ") + "\n")
	}
	return b.String()
}

// sees fails unless all of the texts are on the screen.
func (d *driver) sees(texts ...string) *driver {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(d.screen(), text) {
			d.t.Fatalf("the screen does not show %q:\n%s", text, d.screen())
		}
	}
	return d
}

func (d *driver) seesNot(texts ...string) *driver {
	d.t.Helper()
	for _, text := range texts {
		if strings.Contains(d.screen(), text) {
			d.t.Fatalf("the screen shows %q:\n%s", text, d.screen())
		}
	}
	return d
}

// cursor fails unless the real cursor is at a cell.
func (d *driver) cursor(x, y int) *driver {
	d.t.Helper()
	c := d.m.View().Cursor
	if c == nil || c.X != x || c.Y != y {
		d.t.Fatalf("the cursor is at %+v, want %d, %d:\n%s", c, x, y, d.screen())
	}
	return d
}

// stores fails unless an entry is stored with this text; "" is no file.
func (d *driver) stores(name, text string) *driver {
	d.t.Helper()
	v, _ := d.store.Load(context.Background(), id(name))
	if v.Text != text {
		d.t.Fatalf("%s is stored as %q, want %q", name, v.Text, text)
	}
	return d
}

// elsewhere stores an entry as another program would.
func (d *driver) elsewhere(name, text string) *driver {
	d.t.Helper()
	v, _ := d.store.Load(context.Background(), id(name))
	if _, err := d.store.Save(context.Background(), journal.Version{ID: id(name), Text: text, Rev: v.Rev}); err != nil {
		d.t.Fatal(err)
	}
	return d
}

// golden compares the screen with a file in testdata, and checks that it fits.
func (d *driver) golden(name string) *driver {
	d.t.Helper()
	got := d.screen()
	lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	if len(lines) > d.m.height {
		d.t.Errorf("%s: %d lines on a screen of %d", name, len(lines), d.m.height)
	}
	for _, line := range lines {
		if w := d.m.ruler.Width(line); w > d.m.width {
			d.t.Errorf("%s: %d cells on a screen of %d: %q", name, w, d.m.width, line)
		}
	}
	path := filepath.Join("testdata", fmt.Sprintf("%s.%dx%d.txt", name, d.m.width, d.m.height))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			d.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		d.t.Fatal(err)
	}
	if got != string(want) {
		d.t.Errorf("the screen differs from %s (go test ./ui -update writes it anew):\n%s\nwant:\n%s", path, got, want)
	}
	return d
}
