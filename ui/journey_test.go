package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/store"
)

func TestWriteTodayAndComeBack(t *testing.T) {
	d := begin(t, nil)
	d.sees("This is your journal", "~/lifelog").stores("2022-05-02", "")
	d.press("enter").sees("Mon 2 May 2022", "new").cursor(2, 2)
	d.typ("今日は晴れ。\nA good day").sees("今日は晴れ。", "A good day", "edited").cursor(12, 3)
	d.press("esc").sees("lifelog", "今日は晴れ。", "1 entry")
	d.stores("2022-05-02", "今日は晴れ。\nA good day")
	d.press("enter").sees("saved").cursor(12, 3)
	d.typ("!").press("ctrl+q")
	d.stores("2022-05-02", "今日は晴れ。\nA good day!")
	if !d.quit {
		t.Error("Ctrl-Q did not end the program")
	}
}

func TestLookingAtADayMakesNothing(t *testing.T) {
	d := begin(t, nil)
	d.press("enter", "esc", "enter", "ctrl+q").stores("2022-05-02", "")
}

var week = map[string]string{
	"2022-05-01":       "# 最終日\n\nカンファレンスは今日で終わり。**「登壇」**しました。\n",
	"2022-04-30":       "# Second day\n\nTalks about Python and profiling.\n",
	"2022-04-30-notes": "# Notes on profiling\n\nＰｙｔｈｏｎ is slow where you do not look.\n",
	"2022-04-28":       "雨の朝。コーヒーを二杯。\n",
}

func TestBrowse(t *testing.T) {
	d := begin(t, week)
	d.sees("May 2022", "April 2022", "Today", "最終日", "Second day", "Notes on profiling", "雨の朝。")
	d.press("down").sees("カンファレンスは今日で終わり。「登壇」しま")
	d.press("j").sees("Talks about Python and profiling.")
	d.press("j", "j").sees("コーヒーを二杯").press("j").press("k", "up", "up")
	d.press("enter").sees("Sun 1 May 2022").seesNot("Second day")
	d.press("f8").sees("Sat 30 April 2022", "Talks about").press("f7").sees("Sun 1 May 2022")
	d.press("esc").sees("Second day")
	d.press("G").sees("コーヒーを二杯").press("g").sees("Nothing is written on this day yet")
}

func TestSearch(t *testing.T) {
	d := begin(t, week)
	d.press("/").sees("Search", "Type a word").cursor(10, 0)
	d.typ("python").sees("2 of 4 entries", "2022  2", "Second day", "Notes on prof", "Ｐｙｔｈｏｎ").cursor(16, 0)
	d.press("down", "enter").sees("Ｐｙｔｈｏｎ is slow where you do not look.", "Sat 30 April 2022")
	d.press("esc").sees("2 of 4 entries").cursor(0, 5).press("up").cursor(0, 3).press("up").cursor(16, 0)
	d.press("ctrl+w").typ("こーひー").sees("1 of 4 entries", "雨の朝")
	d.press("ctrl+w").typ("zymurgy").sees("No entry has “zymurgy”.")
	d.press("esc").sees("最終日", "April 2022")
}

func TestSearchWithOperators(t *testing.T) {
	d := begin(t, week)
	d.press("/").typ("python -slow").sees("1 of 4 entries", "Second day").seesNot("Notes on prof")
	d.typ(" is:odd").sees("is:odd", "is:starred", "Second day")
	d.press("ctrl+w", "ctrl+w", "ctrl+w").press("esc").sees("April 2022")
	d.press("/", "ctrl+w", "ctrl+w", "ctrl+w", "ctrl+w").typ("2022-04-30").sees("2 of 4 entries")
}

func TestWalkTheHits(t *testing.T) {
	d := begin(t, week)
	d.press("/").typ("python").press("tab").cursor(0, 3).press("n").sees("▌ 2022-04-30 Sat  Notes")
	d.press("N").sees("▌ 2022-04-30 Sat  Second").press("j", "e").sees("# Notes on profiling").press("esc").sees("2 of 4 entries")
	d.press("/").cursor(16, 0).press("ctrl+w", "up").sees("Search  python")
}

func TestFilterTheList(t *testing.T) {
	d := begin(t, week)
	d.press("f").sees("Filter").typ("profiling").sees("Second day", "Notes on profiling").seesNot("最終日", "Today")
	d.press("down", "enter").sees("Ｐｙｔｈｏｎ is slow").press("enter").sees("Sat 30 April 2022").press("esc").seesNot("最終日")
	d.press("esc").sees("最終日", "Today").press("f").typ("zymurgy").seesNot("Second day").press("enter", "enter", "e").press("f").sees("zymurgy")
	d.press("esc").sees("最終日")
}

func TestQGoesBackOrLeaves(t *testing.T) {
	d := begin(t, week)
	d.press("down", "enter").sees("Sun 1 May 2022").press("q").sees("Second day")
	if d.quit {
		t.Fatal("q while reading ended the program")
	}
	if d.press("q"); !d.quit {
		t.Error("q on home did not end the program")
	}
}

func TestEditWhatIsRead(t *testing.T) {
	d := begin(t, week)
	d.press("down", "enter", "e").sees("# 最終日").typ("x").press("esc").sees("Sun 1 May 2022")
	d.stores("2022-05-01", "# x最終日\n\nカンファレンスは今日で終わり。**「登壇」**しました。\n")
	d.press("esc").sees("April 2022")
}

func TestAnotherProgramAddsMeanwhile(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "morning\n"})
	d.press("enter").typ("evening")
	d.elsewhere("2022-05-02", "morning\n\n## 18:20\n\nfrom the shell\n")
	d.press("ctrl+s").sees("evening", "from the shell", "joined")
	d.typ("!").press("esc")
	text := "morning\nevening!\n\n## 18:20\n\nfrom the shell\n"
	d.stores("2022-05-02", text)
	d.press("enter", "ctrl+z", "ctrl+z", "ctrl+z")
}

func TestTheSameLineIsChangedElsewhere(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "morning\n"})
	d.press("enter", "up").typ("My ")
	d.elsewhere("2022-05-02", "Their morning\n")
	d.press("esc").sees("is kept in").stores("2022-05-02", "My morning\n")
}

func TestAutosave(t *testing.T) {
	d := begin(t, nil)
	d.press("enter").typ("雨").stores("2022-05-02", "")
	d.wait().sees("saved").stores("2022-05-02", "雨")
	d.typ("の日").wait().stores("2022-05-02", "雨の日")
	d.press("ctrl+z").wait().stores("2022-05-02", "雨")
}

// failing is a store that cannot be written.
type failing struct{ journal.Store }

func (failing) Save(context.Context, journal.Version) (journal.Rev, error) {
	return "", &journal.Trouble{What: "it is not saved", Cause: journal.DiskFull, Err: errors.New("no space left on the disk")}
}

func TestASaveThatFailsLosesNothing(t *testing.T) {
	d := beginOn(t, failing{store.NewMem()})
	d.press("enter").typ("precious").press("ctrl+s").sees("not saved: the disk is full; free some space. Your text is still here", "precious")
	d.typ(" words").sees("not saved", "precious words").press("esc").sees("not saved")
	d.press("enter").sees("precious words")
	d.press("ctrl+q").sees("Leave anyway").press("enter").sees("Leave anyway").press("n").sees("precious words")
	if d.quit {
		t.Fatal("the program ended and the text is lost")
	}
	if d.press("ctrl+q", "y"); !d.quit {
		t.Error("the program did not end")
	}
}

// unreadable is a store whose folder cannot be read.
type unreadable struct{ journal.Store }

func (unreadable) Load(context.Context, journal.ID) (journal.Version, error) {
	return journal.Version{}, errors.New("permission denied")
}

func TestAnEntryThatCannotBeRead(t *testing.T) {
	s := store.NewMem()
	if _, err := s.Save(context.Background(), journal.Version{ID: id("2022-05-01"), Text: "x"}); err != nil {
		t.Fatal(err)
	}
	d := beginOn(t, unreadable{s})
	d.press("down").sees("could not be read: permission denied")
	d.press("e").sees("could not be read: permission denied", "lifelog").seesNot("edited")
}

func TestInputMethodLeftOn(t *testing.T) {
	d := begin(t, week)
	d.press("ｊ").sees("カンファレンスは今日で終わり。").press("ｊ").sees("Talks about").press("ｋ").sees("カンファレンス")
	d.press("か").sees("the input method is on").press("down").seesNot("the input method is on")
	d.press("・").sees("Search").press("esc").press("？").sees("Keys").press("ｑ").seesNot("While reading")
	d.send(tea.PasteMsg{Content: "にほんご"})
	d.sees("was dropped").stores("2022-05-02", "")
}

func TestFindAndReplaceWhileWriting(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "ＰＹＴＨＯＮ and python\nかな カナ Python\n"})
	d.press("enter", "ctrl+f").sees("Find").typ("python").sees("1 of 3").press("enter").sees("2 of 3").press("enter", "enter").sees("1 of 3")
	d.press("tab").sees("Replace with").typ("Go").press("enter").sees("Go and python", "1 of 2").press("alt+enter").sees("not here", "かな カナ Go")
	d.press("esc").sees("edited").press("ctrl+z").sees("Go and python", "Python").press("ctrl+y", "esc")
	d.stores("2022-05-02", "Go and Go\nかな カナ Go\n")
	d.press("enter", "ctrl+f").typ("ｶﾅ").sees("1 of 2").press("ctrl+f").sees("1 of 1 entries", "カナ").press("esc").sees("かな カナ Go")
}

// TestSearching: from a few letters to a place far down among the hits, and to
// the same search on another day.
func TestSearching(t *testing.T) {
	entries := map[string]string{"2022-05-02": "rain\n", "2020-02-02": "# Most\n\nrain rain, rain\n"}
	for i := range 250 {
		entries[date.Date{Year: 2021, Month: 1, Day: 1}.Add(i).String()] = fmt.Sprintf("rain %d, and sun\n", i)
	}
	var kept []string
	d := begin(t, entries, func(o *Options) {
		o.Searched, o.KeepSearched = []string{"snow"}, func(queries []string) { kept = queries }
	})
	d.press("/").sees("Searched for lately", "snow").press("up").sees("No entry has “snow”")
	for range len("snow") {
		d.press("backspace")
	}
	d.typ("rain").sees("252 of 252 entries", "2022  1", "2021  250").seesNot("2020")
	d.press("tab", "end", "end").sees("2021-").press("end").sees("2020  1", "Most").press("home").sees("2022-05-02")
	d.press("o").sees("Most matches first").press("home").sees("2020-02-02").press("o").sees("2022  1")
	d.press("down", "n").sees("2021-09-06").press("enter").sees("rain 248").press("esc").sees("252 of 252")
	if !slices.Equal(kept, []string{"rain", "snow"}) {
		t.Errorf("remembered are %q", kept)
	}
	d.press("e").typ("x").press("esc").stores("2021-09-06", "xrain 248, and sun\n").press("esc", "esc")
	d.press("/").sees("Searched for lately").seesNot("252 of 252").press("up").sees("252 of 252")
}

// TestOddSearches: whatever is put into the box, there is an answer or a
// reason at once.
func TestOddSearches(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "雨 rain\n", "2022-05-01": "sun\n"})
	for _, test := range []struct {
		query string
		sees  []string
	}{
		{strings.Repeat("雨", 10_001), []string{"too long"}},
		{strings.Repeat("雨", 10_000), []string{"No entry has"}},
		{strings.Repeat("-|)", 3_333), []string{"Search"}},
		{`"rain`, []string{"1 of 2 entries"}},
		{"「雨", []string{"1 of 2 entries"}},
		{"rain\x1b[2J\x07\x00", []string{"No entry has"}},
		{"/x*/", []string{"2 of 2 entries"}},
		{`/\z\A/`, []string{"No entry has"}},
		{"//", []string{"No entry has"}},
		{"/[/", []string{"cannot be read"}},
		{"on:12.06", []string{"several days"}},
	} {
		d.press("/")
		d.send(tea.PasteMsg{Content: test.query})
		d.sees(test.sees...).press("esc")
	}
}

func TestPasteIsOneStep(t *testing.T) {
	d := begin(t, nil)
	d.press("enter").typ("a")
	d.send(tea.PasteMsg{Content: "one\r\ntwo\x1b[31m\x07\r\n"})
	d.sees("aone", "two␛[31m␇").press("ctrl+z").seesNot("one").sees("a").press("ctrl+y").press("esc")
	d.stores("2022-05-02", "aone\ntwo\x1b[31m\x07\n")
}

func TestEscapesNeverReachTheTerminal(t *testing.T) {
	evil := "\x1b]0;owned\x07\x1b[2J\u009b2J\u202e &#27;[2J"
	d := begin(t, map[string]string{"2022-05-01": "# t " + evil + "\n\nbody " + evil + "\n", "2022-05-02": evil})
	check := func() {
		t.Helper()
		for _, bad := range []string{"\x1b]0", "\x1b[2J", "\u009b", "\u202e", "\x07"} {
			if strings.Contains(d.m.View().Content, bad) {
				t.Errorf("the frame holds %q", bad)
			}
		}
	}
	check()
	d.press("down")
	check()
	d.press("enter")
	check()
	d.press("e")
	check()
	d.press("esc", "ctrl+f").typ("body")
	check()
}

// From an empty terminal to a first sentence that is stored it takes two keys
// besides the sentence, at any size.
func TestFirstSentence(t *testing.T) {
	const sentence = "今日は晴れ。"
	for _, size := range [][2]int{{80, 24}, {40, 12}, {200, 60}} {
		d := begin(t, nil)
		d.size(size[0], size[1])
		d.sees("This is your journal", "Enter and write; Esc")
		d.press("enter").typ(sentence).press("esc").sees(sentence).stores("2022-05-02", sentence)
	}
}

func TestSearchByRegexp(t *testing.T) {
	d := begin(t, week)
	d.press("/").typ("/Ｐ.*slow/").sees("1 of 4 entries", "Notes on prof").press("backspace").typ("zzz/").sees("No entry has")
	d.press("home", "ctrl+k").typ("/(/").sees("the regular expression cannot be read")
}

// What nobody types is kept all the same: ten megabytes, NUL, line separators,
// halves of surrogate pairs.
func TestOddAndLargePaste(t *testing.T) {
	if testing.Short() {
		t.Skip("ten megabytes take a second under the race detector")
	}
	text := strings.Repeat("雨の日の長い行。\x00\u2028\u2029\xed\xa0\x80 word\t\n", 250_000)
	d := begin(t, nil)
	d.press("enter")
	d.send(tea.PasteMsg{Content: text})
	d.typ("!").press("esc").stores("2022-05-02", text+"!")
	d.press("enter").sees("saved").press("home", "backspace", "ctrl+z", "ctrl+q").stores("2022-05-02", text+"!")
}
