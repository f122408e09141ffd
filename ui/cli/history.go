package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/aymanbagabas/go-udiff"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/ui/words"
)

var history = &command{
	name:  "history",
	usage: "[OPTION…] [DATE|ID]",
	tells: words.CommandHistory,
	declare: func(fs *flag.FlagSet, say sayer) action {
		json := fs.Bool("json", false, say(words.OptJSON))
		diff := fs.Bool("diff", false, say(words.OptDiff))
		at := fs.String("at", "", say(words.OptHistoryAt))
		return func(ctx context.Context, c *call, args []string) error {
			id, err := c.entry(args)
			if err != nil {
				return err
			}
			if *at != "" {
				_, text, err := c.stateAt(ctx, id, *at)
				if err == nil {
					_, err = c.out.WriteString(c.safe(text))
				}
				return err
			}
			return c.history(ctx, id, *json, *diff)
		}
	},
}

var restore = &command{
	name:  "restore",
	usage: "[OPTION…] [DATE|ID] --at TIME",
	tells: words.CommandRestore,
	declare: func(fs *flag.FlagSet, say sayer) action {
		at := fs.String("at", "", say(words.OptRestoreAt))
		return func(ctx context.Context, c *call, args []string) error {
			id, err := c.entry(args)
			if err != nil {
				return err
			}
			if *at == "" {
				return wrong(c.fail(words.AsOfWhen), c.say(words.TimesHint, id))
			}
			state, text, err := c.stateAt(ctx, id, *at)
			if err != nil {
				return err
			}
			base, err := c.j.Load(ctx, id)
			if err != nil {
				return err
			}
			saved, err := c.j.Restore(ctx, base, text)
			if err != nil {
				return err
			}
			c.tell(words.RestoredTo, id, state.At.Format(wall))
			if saved.Copy != "" {
				c.warn(words.RestoreBeside, id, saved.Copy)
			}
			return nil
		}
	},
}

// wall is how the time of a state is shown, and wallExact how it is if another
// was kept in the same second.
const (
	wall      = "2006-01-02 15:04:05"
	wallExact = wall + ".000"
)

// shown is how the time of one of some states is shown.
func shown(states []journal.State, i int) string {
	at := states[i].At.Format(wall)
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(states) && states[k].At.Format(wall) == at {
			return states[i].At.Format(wallExact)
		}
	}
	return at
}

// occasions names why states are kept, in JSON.
var occasions = map[journal.Occasion]string{
	journal.OnOpening: "opening", journal.OnWriting: "writing", journal.OnLeaving: "leaving",
	journal.OnJoining: "joining", journal.OnForeign: "foreign", journal.OnRemoving: "removing",
	journal.OnRecovering: "recovering", journal.OnRestoring: "restoring",
}

// stepped is a state in the JSON of history.
type stepped struct {
	At       string `json:"at"`
	Time     string `json:"time"`
	Occasion string `json:"occasion"`
	Added    int    `json:"added"`
	Removed  int    `json:"removed"`
	Bytes    int    `json:"bytes"`
}

// states returns the states of an entry, newest first, and says so if some
// cannot be read.
func (c *call) states(ctx context.Context, id journal.ID) ([]journal.State, error) {
	states, err := c.j.States(ctx, id)
	var damaged *journal.Damaged
	switch {
	case errors.As(err, &damaged):
		c.complain(c.reason(err))
	case err != nil:
		return nil, err
	}
	if len(states) == 0 {
		return nil, failed(c.fail(words.NothingKept, id), c.say(words.KeptHint))
	}
	return states, nil
}

func (c *call) history(ctx context.Context, id journal.ID, json, diff bool) error {
	states, err := c.states(ctx, id)
	if err != nil {
		return err
	}
	rows := rows{c: c, json: json}
	text, err := c.j.StateText(ctx, states[0])
	for i, s := range states {
		if err != nil {
			return err
		}
		before, name := "", "nothing"
		if i+1 < len(states) {
			name = shown(states, i+1)
			before, err = c.j.StateText(ctx, states[i+1])
		}
		added, removed := journal.Changed(before, text)
		at := shown(states, i)
		line := fmt.Sprintf("%s  %-12s  %s", c.pen(dim, at), fmt.Sprintf("+%d −%d", added, removed), c.Lang.Occasion(s.On))
		if diff {
			line += "\n" + c.safe(udiff.Unified(name, at, before, text))
		}
		value := stepped{at, s.At.Format(time.RFC3339), occasions[s.On], added, removed, s.Length}
		if err := rows.add(strings.TrimRight(line, " "), value); err != nil {
			return err
		}
		text = before
	}
	return rows.end()
}

// stateAt returns the state in which an entry was at a time, and its text.
func (c *call) stateAt(ctx context.Context, id journal.ID, at string) (s journal.State, text string, err error) {
	until, err := c.moment(at, date.Of(c.j.HistoryClock()))
	if err != nil {
		return s, "", wrong(err, c.say(words.TimesHint, id))
	}
	states, err := c.states(ctx, id)
	if err != nil {
		return s, "", err
	}
	for _, s := range states {
		if s.At.Format(wallExact) <= until {
			text, err := c.j.StateText(ctx, s)
			return s, text, err
		}
	}
	first := states[len(states)-1].At.Format(wall)
	return s, "", failed(c.fail(words.NotThatEarly, id, first), "")
}

var clock = regexp.MustCompile(`^(.*?)\s*(\d{1,2}):(\d\d)(?::(\d\d)(\.\d{3})?)?$`)

// moment is the end of what a time means, as wallExact has it: a day, a minute
// of today or of another day, or less.
func (c *call) moment(at string, today date.Date) (string, error) {
	day, hour, minute, second, rest := strings.TrimSpace(at), "23", "59", "59", ".999"
	if m := clock.FindStringSubmatch(day); m != nil {
		day, hour, minute = m[1], m[2], m[3]
		if m[4] != "" {
			second = m[4]
		}
		if m[5] != "" {
			rest = m[5]
		}
		if len(hour) == 1 {
			hour = "0" + hour
		}
	}
	d := today
	if day != "" {
		var err error
		if d, err = date.Parse(day, today); err != nil {
			return "", err
		}
	}
	s := fmt.Sprintf("%v %s:%s:%s%s", d, hour, minute, second, rest)
	if _, err := time.Parse(wallExact, s); err != nil {
		return "", c.fail(words.NoSuchTime, at)
	}
	return s, nil
}
