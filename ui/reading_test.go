package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/store"
	"lifelog/ui/words"
)

// trip is an entry with everything that leads somewhere.
const trip = `# Salt Lake City

Morning at the lake. Ｐｙｔｈｏｎ people everywhere.

- [ ] send the slides
- [x] buy stamps

## The talk

See [[2022-04-30]], [the last day](2022-05-01.md) and [[Notes on profiling#Results]].
Also [[packing list]], [the web](https://example.com/a?b=c) and #travel/lake[^1].

## 夜

パイソンの話。python ふたたび。

[^1]: The salty one.
`

func journal4() map[string]string {
	return map[string]string{
		"2022-04-29": trip,
		"2022-05-01": "# 最終日\n\nカンファレンスは今日で終わり。\n",
		"2022-04-30": "# Second day\n\nTalks.\n",
		"2022-04-30-notes": "# Notes on profiling\n\n" + strings.Repeat("Much to say.\n\n", 30) +
			"## Results\n\nＰｙｔｈｏｎ is slow.\n" + strings.Repeat("More.\n\n", 30),
		"2022-04-27": "#travel/lake is wide.\n",
	}
}

// atTheLake opens the trip for reading.
func atTheLake(t *testing.T, options ...func(*Options)) *driver {
	t.Helper()
	d := begin(t, journal4(), options...)
	d.press("down", "down", "down", "down", "enter").sees("Salt Lake City", "Morning at the lake")
	return d
}

func TestFindInWhatIsRead(t *testing.T) {
	d := atTheLake(t)
	d.press("/").sees("Find", "Esc back").typ("Ｐython").sees("1 of 2").press("down").sees("2 of 2").press("down").sees("1 of 2").press("up").sees("2 of 2")
	d.typ("x").sees("not here").press("backspace").sees("1 of 2")
	d.press("enter").sees("Ｐython  1 of 2", "min").press("n").sees("2 of 2").press("N").sees("1 of 2").press("N").sees("2 of 2")
	if n := strings.Count(d.m.View().Content, d.lit()); n == 0 {
		t.Error("nothing is lit")
	}
	d.press("esc").sees("Salt Lake City").seesNot("of 2")
	if strings.Contains(d.m.View().Content, d.lit()) {
		t.Error("the light is not out")
	}
	d.press("/").typ("ﾊﾟｲｿﾝ").sees("1 of 1").press("esc", "esc").sees("April 2022")
}

// lit is how the pen of found words begins.
func (d *driver) lit() string { return "48;2;232;198;106" }

func TestFindGoesOnInTheJournal(t *testing.T) {
	d := atTheLake(t)
	d.press("/").typ("python").press("ctrl+f").sees("2 of 5 entries", "Notes on prof")
	d.press("esc").sees("Morning at the lake").seesNot("entries").press("esc").sees("April 2022")
}

// The box of a search takes what is pasted, and the words stay lit in the
// entries read after.
func TestFindStaysLit(t *testing.T) {
	d := atTheLake(t)
	d.press("/")
	d.send(tea.PasteMsg{Content: "python"})
	d.press("enter").sees("1 of 2").press("f7").sees("Notes on profiling", "1 here").press("n").sees("is slow", "1 of 1")
	d.press("f8", "f8").sees("travel/lake is wide", "not here").press("esc").seesNot("not here")
}

func TestOutline(t *testing.T) {
	d := atTheLake(t)
	d.size(80, 12)
	d.press("O").sees("Headings", "Salt Lake City", "The talk", "夜").press("down", "enter").sees("See 2022-04-30").seesNot("Morning")
	d.press("backspace").sees("Morning").press("O").typ("ﾖﾙ").sees("not here").press("backspace", "backspace").typ("夜").seesNot("▌ The talk").cursor(14, 7)
	d.press("enter").sees("パイソンの話").press("O", "esc").sees("パイソンの話")
	d.press("O")
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 6, Y: 9})
	d.sees("Headings")
	d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 6, Y: 9})
	d.seesNot("Headings").sees("See 2022-04-30")
	d.press("esc", "up", "up", "enter").sees("Talks.").press("O", "enter", "f8", "f8", "f8").sees("is wide").press("O").sees("there are no headings here")
}

func TestFollowLinks(t *testing.T) {
	d := atTheLake(t)
	d.press("tab", "tab", "tab", "enter").sees("Sat 30 April 2022", "Talks.")
	d.press("backspace").sees("Morning at the lake").press("tab", "enter").sees("最終日").press("backspace")
	d.press("tab", "enter").sees("Results", "is slow").seesNot("Much to say", "Second day")
	d.press("backspace", "shift+tab", "enter").sees("最終日").press("e").sees("# 最終日").press("esc").sees("最終日")
	d.press("backspace").sees("Morning").press("backspace").sees("no link was followed")
	d.press("esc").sees("Salt Lake City", "April 2022")
}

// Every way in which an entry is meant.
func TestLinked(t *testing.T) {
	d := begin(t, journal4())
	for target, want := range map[string]string{
		"2022-05-01": "2022-05-01", "2022-05-01.md": "2022-05-01", "../05/2022-05-01.md": "2022-05-01",
		"2022-04-30-notes": "2022-04-30-notes", "notes": "2022-04-30-notes", "ＮＯＴＥＳ": "2022-04-30-notes",
		"Notes on profiling": "2022-04-30-notes", " second day ": "2022-04-30", "": "2022-04-29",
		"2022-04-28": "", "nothing of the kind": "", "picture.png": "",
	} {
		got, found, err := d.m.j.Linked(context.Background(), id("2022-04-29"), target)
		if err != nil || found != (want != "") || found && got != id(want) {
			t.Errorf("%q leads to %v, %v, %v, want %q", target, got, found, err, want)
		}
	}
	d = begin(t, map[string]string{"2022-04-28-walk": "x"})
	if got, found, _ := d.m.j.Linked(context.Background(), id("2022-04-29"), "2022-04-28"); !found || got != id("2022-04-28-walk") {
		t.Errorf("a day without a log of its own leads to %v, %v", got, found)
	}
}

func TestHeadingAt(t *testing.T) {
	text := "# One\n\n## The talk!\n\n### 夜の 話\n"
	for heading, want := range map[string]string{"The talk!": "The talk!", "the-talk": "The talk!", "夜の話": "夜の 話", "none": "# One", "": "# One"} {
		if at := headingAt(text, heading); !strings.HasPrefix(text[at:], want) {
			t.Errorf("%q is found at %q", heading, text[at:])
		}
	}
}

func TestATagLeadsToItsSearch(t *testing.T) {
	d := atTheLake(t)
	d.press("end").press("tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "enter").sees("#travel/lake", "2 of 5 entries")
	d.press("esc").sees("Morning at the lake").press("enter").sees("2 of 5 entries")
}

func TestAFootnoteIsJumpedTo(t *testing.T) {
	d := atTheLake(t)
	d.size(80, 10)
	d.press(strings.Fields(strings.Repeat("tab ", 9))...).press("enter").sees("The salty one").press("backspace").sees("Also packing list")
}

func TestAMissingEntryIsOffered(t *testing.T) {
	d := atTheLake(t)
	d.press(strings.Fields(strings.Repeat("tab ", 6))...)
	d.press("enter").sees("“packing list” is not written yet").press("enter").sees("not written yet").press("n").sees("Morning at the lake")
	d.press("enter", "y").sees("Mon 2 May 2022", "packing list", "new").typ("socks").press("esc").sees("socks")
	d.stores("2022-05-02-packing list", "socks")
	d.press("backspace").sees("Morning at the lake").press("enter").sees("socks")
}

func TestALinkToTheWeb(t *testing.T) {
	var opened []string
	fail := false
	d := atTheLake(t, func(o *Options) {
		o.Browse = func(_ context.Context, address string) error {
			opened = append(opened, address)
			if fail {
				return errors.New("no browser")
			}
			return nil
		}
	})
	d.press(strings.Fields(strings.Repeat("tab ", 7))...).press("enter").sees("opened outside: https://example.com/a?b=c")
	fail = true
	d.press("enter").sees("not opened: no browser", "y copies")
	if len(opened) != 2 || opened[0] != "https://example.com/a?b=c" {
		t.Errorf("opened %q", opened)
	}
}

func TestTickATask(t *testing.T) {
	d := atTheLake(t)
	d.press("x").sees("saved", "[✓] send the slides").stores("2022-04-29", strings.Replace(trip, "[ ]", "[x]", 1))
	d.press("tab", "tab", "f5").sees("[ ] buy stamps").press("enter").sees("[✓] buy stamps")
	d.press("shift+tab", "x").sees("[ ] send").stores("2022-04-29", trip)
	d.press("end", "esc", "down", "enter", "x").sees("no task on the screen")
}

func TestATaskThatCannotBeStored(t *testing.T) {
	s := store.NewMem()
	if _, err := s.Save(context.Background(), journal.Version{ID: id("2022-05-01"), Text: "- [ ] task\n"}); err != nil {
		t.Fatal(err)
	}
	d := beginOn(t, failing{s})
	d.press("down", "enter", "x").sees("the task could not be saved: the disk is full", "[ ] task")
}

// What another program has written meanwhile stays.
func TestTickATaskThatChanged(t *testing.T) {
	d := atTheLake(t)
	d.elsewhere("2022-04-29", "A line before.\n\n"+trip)
	d.press("x").sees("A line before", "joined").stores("2022-04-29", "A line before.\n\n"+strings.Replace(trip, "[ ]", "[x]", 1))
	d.press("x").stores("2022-04-29", "A line before.\n\n"+trip)
}

func TestTickATaskWhileWriting(t *testing.T) {
	d := atTheLake(t)
	d.press("e", "ctrl+end").typ("more").press("ctrl+r").sees("more").press("home", "x").sees("[✓] send")
	d.press("e").sees("- [x] send the slides").press("ctrl+end").typ("!").press("esc")
	d.stores("2022-04-29", strings.Replace(trip, "[ ]", "[x]", 1)+"more!")
}

// copied is a clipboard that remembers.
type copied struct{ text *string }

func (c copied) Copy(_ context.Context, text string) error { *c.text = text; return nil }
func (c copied) Paste(context.Context) (string, error)     { return *c.text, nil }

func TestCopyWhatIsRead(t *testing.T) {
	var clip string
	d := atTheLake(t, func(o *Options) { o.Clipboard = copied{&clip} })
	const link = "copied the link: "
	for _, c := range []struct{ keys, said, want string }{
		{"y", "copied: ", "Salt Lake City"},
		{"/ l a k e space enter y", "copied: ", "Salt Lake City"},
		{"n esc j j y", "copied: ", "Morning at the lake. Ｐｙｔｈｏｎ people everywhere."},
		{"tab y", "copied: ", "send the slides"},
		{"tab tab y", link, "2022-04-30"},
		{"tab tab tab tab y", link, "https://example.com/a?b=c"},
		{"tab y", link, "#travel/lake"},
	} {
		if d.press(strings.Fields(c.keys)...).sees(c.said + c.want); clip != c.want {
			t.Errorf("%s: copied %q, want %q", c.keys, clip, c.want)
		}
	}
	d = begin(t, map[string]string{"2022-05-01": "- a\n  ```sh\n  ls -l\n  ```\n\n---\n\n|a|b|\n|-|-|\n|c|d|\n" + strings.Repeat("\nx\n", 30)},
		func(o *Options) { o.Clipboard = copied{&clip} })
	for _, c := range []struct{ keys, said, want string }{
		{"down enter j y", "copied the code: ls -l", "ls -l"}, {"j j y", "nothing to copy", "ls -l"}, {"j j y", "copied the table: a    b", "a\tb\nc\td"},
	} {
		if d.press(strings.Fields(c.keys)...).sees(c.said); clip != c.want {
			t.Errorf("%s: copied %q, want %q", c.keys, clip, c.want)
		}
	}
}

func TestSaysWhatIsShownAsPlainText(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-01": strings.Repeat("**word**\n", 600_000), "2022-04-30": "a\x00**b**\n"})
	d.press("down", "enter").sees("**word**", "over 4 MB, as plain text", "0%").press("end").sees("100%")
	d.press("f8").sees("a␀**b**", "as plain text").seesNot("over")
}

func TestClickOnWhatIsRead(t *testing.T) {
	var clip string
	d := atTheLake(t, func(o *Options) { o.Clipboard = copied{&clip} })
	at := func(s string) tea.MouseClickMsg {
		for y, line := range strings.Split(d.screen(), "\n") {
			if before, _, ok := strings.Cut(line, s); ok {
				return tea.MouseClickMsg{X: d.m.ruler.Width(before), Y: y, Button: tea.MouseLeft}
			}
		}
		t.Fatalf("no %q on the screen", s)
		return tea.MouseClickMsg{}
	}
	click := func(s string) *driver {
		d.send(at(s))
		d.send(tea.MouseReleaseMsg(at(s)))
		return d
	}
	click("[ ] send").sees("[✓] send")
	click("Morning").sees("Morning")
	click("the last day").sees("最終日").press("backspace").sees("Morning")
	d.send(at("Morning"))
	d.send(tea.MouseMotionMsg(at("people")))
	d.send(tea.MouseReleaseMsg(at("people")))
	if d.sees("copied: Morning at the lake. Ｐｙｔｈｏｎ p"); clip != "Morning at the lake. Ｐｙｔｈｏｎ p" {
		t.Errorf("copied %q", clip)
	}
	d.send(tea.MouseReleaseMsg(at("the last day"))) // of a click elsewhere
	d.sees("Morning")
}

func TestEditAtTheParagraphShown(t *testing.T) {
	d := atTheLake(t)
	d.size(80, 10)
	d.press("O", "down", "enter", "e").sees("## The talk").typ("* ").press("esc").sees("See 2022-04-30").seesNot("Morning")
	d.stores("2022-04-29", strings.Replace(trip, "## The", "## * The", 1))
}

func TestLengthOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want length
	}{
		{"", length{0, 0, 1}},
		{strings.Repeat("字", 1500), length{1500, 0, 3}},
		{strings.Repeat("word ", 690), length{2760, 690, 3}},
		{strings.Repeat("word 字 ", 1000), length{5000, 1000, 6}},
	} {
		if got := lengthOf(c.text); got != c.want {
			t.Errorf("%.10q…: %+v, want %+v", c.text, got, c.want)
		}
	}
}

func TestReadingInJapanese(t *testing.T) {
	d := atTheLake(t, japanese)
	d.sees("文字", "約1分").press("/").typ("python").sees("1／2").press("enter", "O").golden("outline.ja")
	d.press("esc", "tab").golden("links.ja")
	if d.m.lang != words.Japanese {
		t.Error("not in Japanese")
	}
}
