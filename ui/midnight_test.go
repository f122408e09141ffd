package ui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// An entry stays on the day it was begun on, however late it gets. The day after
// begins with the next look at today.
func TestMidnightWhileWriting(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "# Monday\n\n"})
	d.clock = time.Date(2022, 5, 2, 23, 59, 50, 0, time.UTC)
	d.press("enter").typ("before, ")
	d.clock = d.clock.Add(20 * time.Second)
	d.typ("after midnight").wait().stores("2022-05-02", "# Monday\n\nbefore, after midnight").stores("2022-05-03", "")
	d.press("esc").press("f2").typ("a new day").wait()
	d.stores("2022-05-03", "a new day").stores("2022-05-02", "# Monday\n\nbefore, after midnight")
	d.press("esc")

	// A clock that is put back changes nothing that is written.
	d.clock = d.clock.Add(-time.Hour)
	d.press("f2").typ(", and yesterday again").wait()
	d.stores("2022-05-03", "a new day").stores("2022-05-02", "# Monday\n\nbefore, after midnight, and yesterday again")
}

// turn has the timer run out that waits for the end of the day.
func (d *driver) turn() *driver {
	d.t.Helper()
	d.send(dayEndedMsg{})
	return d
}

// The list knows of the new day by itself; what is written stays on its day, and
// that is said until it is seen.
func TestTheDayTurnsWhileOpen(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-01": "# Sunday\n\n"})
	d.clock = time.Date(2022, 5, 2, 23, 59, 50, 0, time.UTC)
	d.turn().sees("▌  2 Mon  Today") // too early changes nothing
	d.press("enter").typ("late")
	d.clock = d.clock.Add(20 * time.Second)
	d.turn().sees("now Tue 3 May 2022: F2 writes it; this here stays on its day")
	d.typ(" words").sees("now Tue 3 May 2022").wait().stores("2022-05-02", "late words").stores("2022-05-03", "")
	d.press("f2").typ("a new day").press("esc", "esc").seesNot("stays on its day").sees("3 Tue  a new day", "2 Mon  late words")

	// Back over the date line, or by a clock that was wrong.
	d.clock = d.clock.Add(-time.Hour)
	d.turn().sees("3 Tue  a new day", "2 Mon  late words").stores("2022-05-03", "a new day")
	d.press("f2").typ(" again").wait().stores("2022-05-02", "late words again")
}

// Who left the program on a day without an entry finds the new day in the
// morning, when the terminal has the focus again.
func TestTheNextMorning(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-01": "# Sunday\n\n"}, japanese)
	d.clock = time.Date(2022, 5, 3, 7, 0, 0, 0, time.UTC)
	d.send(tea.FocusMsg{})
	d.sees("▌  3 火  今日", "1 日  Sunday").seesNot("2 月")
	d.press("enter").typ("朝").wait().stores("2022-05-03", "朝")
	d.clock = d.clock.Add(24 * time.Hour)
	d.turn().sees("2022年5月4日(水)になりました。F2 で今日を書けます。ここは元の日のままです")
}

func TestALateNight(t *testing.T) {
	d := begin(t, nil)
	d.m.j.StartDay(4 * time.Hour)
	d.clock = time.Date(2022, 5, 3, 1, 30, 0, 0, time.UTC)
	d.turn().sees("▌  2 Mon  Today").press("enter", "ctrl+t").sees("## 01:30").typ("still up").wait()
	d.stores("2022-05-02", "## 01:30 still up").stores("2022-05-03", "")
	d.clock = d.clock.Add(150 * time.Minute)
	d.turn().sees("now Tue 3 May 2022")
}
