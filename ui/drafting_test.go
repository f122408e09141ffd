package ui

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/ui/settings"
)

// desk is a journal in memory with the other sides of one on a disk: drafts,
// and other programs. What it is told to refuse, it refuses.
type desk struct {
	*store.Mem
	drafts  []*paper
	full    bool       // nothing can be saved
	noPaper bool       // nor can a draft be written
	late    chan error // drafts take until then to be written; nil for at once
}

// paper is a draft in memory.
type paper struct {
	desk  *desk
	base  journal.Version
	text  string
	all   bool // nothing is in it that is not stored
	alive bool
}

var errFull = errors.New("no space left on the disk")

func (d *desk) Save(ctx context.Context, v journal.Version) (journal.Rev, error) {
	if d.full {
		return "", errFull
	}
	return d.Mem.Save(ctx, v)
}

func (d *desk) Begin(base journal.Version) journal.Draft {
	p := &paper{d, base, base.Text, true, true}
	d.drafts = append(d.drafts, p)
	return p
}

func (p *paper) Add(e journal.Edit, text func() string) error {
	if p.desk.noPaper {
		return errFull
	}
	p.text, p.all = p.text[:e.From]+e.Text+p.text[e.To:], false
	if p.text != text() {
		panic("the changes do not lead to the text: " + p.text)
	}
	return nil
}

func (p *paper) Late() <-chan error { return p.desk.late }

func (p *paper) Stored(base journal.Version, all bool) { p.base, p.all = base, all }

func (p *paper) Close(all bool) error {
	p.alive = false
	if all {
		p.text = p.base.Text
	}
	return nil
}

func (d *desk) Left(context.Context) iter.Seq2[journal.Leftover, error] {
	return func(yield func(journal.Leftover, error) bool) {
		for _, p := range d.drafts {
			since := time.Date(2022, 5, 1, 23, 41, 0, 0, time.UTC)
			drop := func() error { p.text = p.base.Text; return nil }
			passed := func(string) bool { return false }
			if !p.alive && p.text != p.base.Text && !yield(journal.Leftover{Base: p.base, Text: p.text, Since: since, Drop: drop, Passed: passed}, nil) {
				return
			}
		}
	}
}

func (d *desk) DropOld(context.Context, time.Time) error { return nil }

// killed is the journal as the next program finds it.
func (d *desk) killed() *desk {
	for _, p := range d.drafts {
		p.alive = false
	}
	return &desk{Mem: d.Mem, drafts: d.drafts}
}

// holds fails unless the last draft holds a text.
func (d *desk) holds(t *testing.T, text string) {
	t.Helper()
	if got := d.drafts[len(d.drafts)-1].text; got != text {
		t.Fatalf("the draft holds %q, want %q", got, text)
	}
}

// changedElsewhere has another program store an entry, and the program be told.
func (d *driver) changedElsewhere(name, text string) *driver {
	d.t.Helper()
	if text == "" {
		v, err := d.store.Load(context.Background(), id(name))
		if err != nil {
			d.t.Fatal(err)
		}
		if err := d.store.Remove(context.Background(), v.ID, v.Rev); err != nil {
			d.t.Fatal(err)
		}
	} else {
		d.elsewhere(name, text)
	}
	told := make(chan []journal.ID, 1)
	told <- []journal.ID{id(name)}
	close(told)
	d.run(d.m.nextChange(told))
	return d
}

func on(t *testing.T, entries map[string]string) *desk {
	t.Helper()
	d := &desk{Mem: store.NewMem()}
	for name, text := range entries {
		if _, err := d.Mem.Save(context.Background(), journal.Version{ID: id(name), Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func TestEveryKeyIsInTheDraft(t *testing.T) {
	s := on(t, map[string]string{"2022-05-02": "# 一日\n\nmorning\n"})
	d := beginOn(t, s)
	d.press("enter").typ("雨a\n- one").press("enter").typ("two").press("backspace", "up", "alt+up", "ctrl+z", "ctrl+y", "ctrl+t")
	d.send(tea.PasteMsg{Content: "x\r\ny"})
	s.holds(t, d.m.editor.Text())
	d.press("ctrl+a", "backspace").press("ctrl+z")
	s.holds(t, d.m.editor.Text())
	d.wait()
	if p := s.drafts[0]; !p.all || p.base.Text != d.m.editor.Text() {
		t.Errorf("the text is stored, and the draft says %+v", p)
	}
	d.press("esc", "down")
}

func TestWhatWasKilledComesBack(t *testing.T) {
	s := on(t, map[string]string{"2022-05-01": "# Sunday\n\nmorning\n", "2022-04-30": "x\n"})
	d := beginOn(t, s)
	d.press("down", "e").press("ctrl+end").typ("a walk by the river")
	d.stores("2022-05-01", "# Sunday\n\nmorning\n")

	d = beginOn(t, s.killed())
	d.sees("recovered 5 words of Sun 1 May 2022, not saved since 23:41")
	d.stores("2022-05-01", "# Sunday\n\nmorning\na walk by the river")
	d.press("down", "e").sees("a walk by the river").press("ctrl+z").seesNot("river").sees("morning")
	d.press("ctrl+y").sees("river").press("esc", "esc")
	d = beginOn(t, s.killed())
	d.seesNot("recovered").stores("2022-05-01", "# Sunday\n\nmorning\na walk by the river")
}

func TestWhatWasKilledIsJoined(t *testing.T) {
	s := on(t, map[string]string{"2022-05-02": "morning\n\nnoon\n"})
	d := beginOn(t, s)
	d.press("enter").typ("evening")
	d.elsewhere("2022-05-02", "early\nmorning\n\nnoon\n")
	d = beginOn(t, s.killed(), func(o *Options) { o.Start = Start{id("2022-05-02"), true} })
	d.sees("recovered", "evening", "early").stores("2022-05-02", "early\nmorning\n\nnoon\nevening")
}

// Whoever writes on at once writes behind what came back, not beside it.
func TestWhatWasKilledIsThereBeforeOneWrites(t *testing.T) {
	s := on(t, map[string]string{"2022-05-02": "morning"})
	beginOn(t, s).press("enter").typ(", noon")
	d := &driver{t: t, store: s.killed()}
	d.m = New(t.Context(), journal.Open(d.store, time.Now), Options{Start: Start{id("2022-05-02"), true}, Getenv: func(string) string { return "" }})
	d.m.tick = func(time.Duration, tea.Msg) tea.Cmd { return nil }
	d.run(d.m.Init()) // before the first frame
	if got := d.m.editor.Text(); got != "morning, noon" {
		t.Errorf("the page begins as %q", got)
	}
}

// A program that is about to end holds its draft until it has.
func TestWhatDiesLaterComesBack(t *testing.T) {
	s := on(t, map[string]string{"2022-05-02": "morning\n"})
	d := beginOn(t, s)
	d.press("enter").typ("evening")
	d = beginOn(t, s)
	d.seesNot("recovered")
	d.press("enter").typ("late ")
	s.drafts[0].alive = false
	d.wait().sees("recovered", "evening", "late").wait()
	d.stores("2022-05-02", "morning\nlate \nevening")
}

// F9 shows what was put back, however the entry went on, and then the newest
// state again.
func TestTheDifferenceOfWhatCameBack(t *testing.T) {
	s := on(t, map[string]string{"2022-05-02": "morning\n"})
	d := beginOn(t, s)
	d.press("enter").typ("a walk")
	d = beginOn(t, s.killed())
	d.sees("recovered 2 words", "F9").press("enter").typ(" by the river").wait()
	d.press("f9").sees("+ a walk").seesNot("river")
	d.press("esc", "f9").sees("+ a walk by the river")
}

func TestLeavingUnsavedKeepsADraft(t *testing.T) {
	s := on(t, nil)
	d := beginOn(t, s)
	s.full = true
	d.press("enter").typ("precious").press("ctrl+q").sees("not saved").press("ctrl+q")
	d.sees("is kept as a draft", "Leave now?").press("y")
	if !d.quit {
		t.Fatal("the program did not end")
	}
	err := d.m.Finish(t.Context())
	if err == nil || !strings.Contains(err.Error(), "kept as a draft") {
		t.Errorf("Finish says %v", err)
	}
	beginOn(t, s.killed()).sees("recovered").stores("2022-05-02", "precious")
}

func TestDraftsThatFail(t *testing.T) {
	s := on(t, nil)
	d := beginOn(t, s)
	s.noPaper = true
	d.press("enter").typ("a").sees("not recorded: no space left", "saved as ever").press("left").typ("b").wait().stores("2022-05-02", "ba")
	s.full = true
	d.typ("c").press("esc").press("enter").press("ctrl+q").press("ctrl+q").sees("lose what is not saved")
}

// What is typed is not on the screen before it is recorded: else it could be
// seen and lost. A disk that takes too long has it shown with a warning, which
// stays until it is.
func TestNothingIsSeenBeforeItIsRecorded(t *testing.T) {
	s := on(t, nil)
	d := beginOn(t, s)
	d.press("enter").typ("a").sees("a", "1 character")
	var waits []tea.Cmd
	late := func(text string) { // what follows from a key waits for the disk
		if s.late == nil {
			s.late, waits = make(chan error, 1), nil
		}
		for _, c := range text {
			_, cmd := d.m.Update(tea.KeyPressMsg{Code: c, Text: string(c)})
			waits = append(waits, cmd)
			d.m.View()
		}
	}
	recorded := func(err error) *driver {
		s.late <- err
		s.late = nil
		for _, cmd := range waits {
			d.run(cmd)
		}
		return d
	}
	late("bcd")
	d.seesNot("abcd", "the disk is slow")
	recorded(nil).sees("abcd").seesNot("the disk is slow")
	d.send(slowMsg{}) // of a wait that is over
	late("e")
	d.seesNot("abcde").send(slowMsg{s.late})
	d.sees("abcde", "the disk is slow")
	late("f")
	d.sees("abcdef", "the disk is slow")
	recorded(nil).sees("abcdef").seesNot("the disk is slow")
	late("g")
	d.seesNot("abcdefg")
	recorded(errFull).sees("abcdefg", "no space left")
}

func TestADraftThatCannotBePutBack(t *testing.T) {
	s := on(t, nil)
	d := beginOn(t, s)
	d.press("enter").typ("precious")
	again := s.killed()
	again.full = true
	beginOn(t, again).sees("a draft could not be put back: no space left").stores("2022-05-02", "")
	beginOn(t, again.killed()).sees("recovered").stores("2022-05-02", "precious")
}

func TestAutosaveWhileTyping(t *testing.T) {
	d := begin(t, nil)
	d.press("enter")
	others := len(d.timers)
	for i := range 20 { // a key every second, and what was armed when it is due
		d.time = d.time.Add(time.Second)
		d.typ("x")
		if d.time = d.time.Add(-pause); i%2 == 1 {
			if len(d.timers) > others+1 {
				t.Fatalf("%d timers run, %d of them for other things", len(d.timers), others)
			}
			d.wait()
		} else {
			d.time = d.time.Add(pause)
		}
		v, _ := d.store.Load(t.Context(), id("2022-05-02"))
		if saved := v.Text != ""; saved != (i >= 15) {
			t.Fatalf("after %d s the file holds %q", i+1, v.Text)
		}
	}
}

// Whoever turns away from the text leaves it stored. That signals and a panic
// end the program with everything stored is in TestTerminalSignals, TestPanic.
func TestAutosaveOnTurningAway(t *testing.T) {
	for _, c := range []struct {
		name string
		turn func(d *driver)
	}{
		{"another window", func(d *driver) { d.send(tea.BlurMsg{}) }},
		{"back", func(d *driver) { d.press("esc") }},
		{"the entry before", func(d *driver) { d.press("f8") }},
		{"search", func(d *driver) { d.press("ctrl+f", "ctrl+f") }},
		{"the rendered view", func(d *driver) { d.press("ctrl+r") }},
		{"quit", func(d *driver) { d.press("ctrl+q") }},
		{"suspend", func(d *driver) { d.run(d.m.suspend()) }},
		{"the end of the program", func(d *driver) {
			if err := d.m.Finish(t.Context()); err != nil {
				t.Error(err)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := begin(t, map[string]string{"2022-05-01": "before\n"}, func(o *Options) { o.CanSuspend = true })
			d.press("enter").typ("precious").stores("2022-05-02", "")
			c.turn(d)
			d.stores("2022-05-02", "precious")
		})
	}
}

func TestASaveThatFailsIsTriedAgain(t *testing.T) {
	s := on(t, nil)
	d := beginOn(t, s)
	s.full = true
	d.press("enter").typ("a").wait().sees("not saved")
	s.full = false
	d.wait().seesNot("not saved").stores("2022-05-02", "a")
}

// A program that fails stores what was typed, like one that ends.
func TestPanic(t *testing.T) {
	s := store.NewMem()
	m := New(t.Context(), journal.Open(s, func() time.Time { return time.Date(2022, 5, 2, 18, 20, 0, 0, time.UTC) }), Options{
		Getenv: func(string) string { return "" }, Start: Start{id("2022-05-02"), true}, Settings: settings.Default(),
	})
	failed := false
	m.clock = func() time.Time {
		if !failed && m.open && m.editor.Text() == "xxx" {
			failed = true
			panic("made to fail")
		}
		return time.Now()
	}
	p := tea.NewProgram(m, tea.WithContext(t.Context()), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24), tea.WithoutSignalHandler())
	go func() {
		for range 1000 {
			p.Send(tea.KeyPressMsg{Code: 'x', Text: "x"})
			time.Sleep(time.Millisecond)
		}
	}()
	if err := finish(t.Context(), p, m); !errors.Is(err, tea.ErrProgramPanic) {
		t.Errorf("the program ended with %v", err)
	}
	if v, err := s.Load(t.Context(), id("2022-05-02")); err != nil || v.Text != "xxx" {
		t.Errorf("stored is %q, %v", v.Text, err)
	}
}

func TestReloadedFromOutside(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "one\ntwo\nthree\n", "2022-05-01": "# Old\n"})
	d.press("enter", "up", "up").cursor(2, 3)
	d.changedElsewhere("2022-05-02", "zero\none\ntwo\nthree\n")
	d.sees("zero", "three", "saved").cursor(2, 4)
	d.press("ctrl+z").seesNot("zero").press("ctrl+y").sees("zero")
	d.changedElsewhere("2022-05-01", "# New title\n")
	d.press("esc").sees("New title").press("down").changedElsewhere("2022-05-01", "# Newest\n\nbody of it\n").sees("body of it")
	d.changedElsewhere("2022-05-03", "# Tomorrow\n").sees("Tomorrow")
	d.press("/").typ("zero").sees("1 of 3").changedElsewhere("2022-05-01", "zero hour\n").sees("2 of 3")
}

func TestJoinedFromOutside(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "one\n\ntwo\n"})
	d.press("enter").typ("mine")
	d.changedElsewhere("2022-05-02", "theirs\none\n\ntwo\n")
	d.sees("theirs", "mine", "joined", "edited").stores("2022-05-02", "theirs\none\n\ntwo\n")
	d.press("ctrl+z").seesNot("theirs").sees("mine").press("ctrl+y").sees("theirs")
	d.wait().stores("2022-05-02", "theirs\none\n\ntwo\nmine")
}

// What was found out about another program before a save is of no use after it,
// even when the same text is stored again.
func TestStaleNewsFromOutside(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "morning"})
	d.press("enter").typ("s").press("ctrl+s").stores("2022-05-02", "mornings")
	look, again := d.m.compare(), d.m.write(id("2022-05-02"), asWas)
	d.press("backspace").press("ctrl+s").stores("2022-05-02", "morning")
	found, read := look(), again()
	d.typ("s").press("ctrl+s").stores("2022-05-02", "mornings")
	d.send(found)
	d.send(read)
	d.press("ctrl+end").typ("!").press("ctrl+s").sees("mornings!").seesNot("F10").stores("2022-05-02", "mornings!")
}

func TestTheSameLineFromOutside(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "morning\n"})
	d.press("enter", "up").typ("My ")
	d.changedElsewhere("2022-05-02", "Their morning\n").sees("My morning").seesNot("Their")
	d.wait().sees("is kept in").stores("2022-05-02", "My morning\n")
}

func TestRemovedElsewhere(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "morning\n"})
	d.press("enter").changedElsewhere("2022-05-02", "")
	d.sees("morning", "removed by another program").stores("2022-05-02", "")
	d.typ("x").wait().seesNot("removed by another program").stores("2022-05-02", "morning\nx")
}

// What is not known to have changed draws nothing anew.
func TestNothingChanged(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "morning\n"})
	d.press("enter")
	if cmd := d.m.compare(); cmd() != nil {
		t.Error("an entry that nobody changed made a message")
	}
	d.typ("x")
	for _, msg := range []tea.Msg{pausedMsg{}, joinedMsg{}} {
		if d.m.Update(msg); d.m.dirty {
			t.Errorf("%T has the screen drawn anew", msg)
		}
	}
}
