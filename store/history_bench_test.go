package store

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/journal/date"
	"lifelog/store/storetest"
)

// longHistory is a journal of 1,000 entries with 100 states each, of some two
// kilobytes of Japanese, over ten years before a time.
func longHistory(tb testing.TB, now time.Time) *Dir {
	tb.Helper()
	d := unflushed(openDir(tb, tb.TempDir()))
	keepAll(tb, d, day(tb, "2001-01-01"), "the first makes the folder")
	text := strings.Repeat("今日は朝から雨が降っていたので、家で本を読んだ。\n\n", 25)
	var texts []string
	var packed [][]byte
	for n := range 100 {
		texts = append(texts, fmt.Sprintf("%s%d\n", text, n))
		packed = append(packed, pack(texts[n]))
	}
	for e := range 1000 {
		id := journal.ID{Date: date.Of(now).Add(-3650 + e*3650/1000)}
		save(tb, d, id, text)
		var file []byte
		var err error
		for n := range 100 {
			at := now.Add(-time.Duration(1000-e)*3650*24*time.Hour/1000 + time.Duration(n)*10*time.Minute)
			if file, err = appendState(file, storetest.State(id, at, texts[n]), packed[n]); err != nil {
				tb.Fatal(err)
			}
		}
		if err := os.WriteFile(statesFile(d, id), file, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return d
}

// A hundred thousand states on a disk come to be within their bounds, and what
// is left can be read.
func TestLongHistory(t *testing.T) {
	if testing.Short() {
		t.Skip("it writes 100,000 states")
	}
	now := time.Now()
	d := longHistory(t, now)
	if err := d.SetAges(t.Context(), journal.Ages{Seen: now, Thinned: now.Add(-48 * time.Hour)}); err != nil {
		t.Fatal(err)
	}
	j := journal.Open(d, time.Now)
	const most = 200_000
	j.LimitHistory(most)
	if err := j.Thin(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	size, states := int64(0), 0
	for id, err := range d.Kept(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(statesFile(d, id))
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
		texts, damage := stateTexts(t, d, id)
		if damage != nil {
			t.Error(damage)
		}
		states += len(texts)
	}
	if size > most || size < most*9/10 || states < 300 {
		t.Errorf("%d states in %d bytes are left of %d", states, size, most)
	}
}

// What a start reads, with a long history and with none; what a state costs;
// and what thinning takes, in the background.
func BenchmarkHistory(b *testing.B) {
	long := longHistory(b, time.Now())
	none, err := Open(long.path, Options{State: b.TempDir()})
	if err != nil {
		b.Fatal(err)
	}
	for name, d := range map[string]*Dir{"100,000 states": long, "none": none} {
		b.Run("start with "+name, func(b *testing.B) {
			for b.Loop() {
				again, err := Open(d.path, Options{State: d.state})
				if err != nil {
					b.Fatal(err)
				}
				j := journal.Open(again, time.Now)
				if _, _, err := j.List(b.Context()); err != nil {
					b.Fatal(err)
				}
				if _, err := j.Recover(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	id := journal.ID{Date: date.Of(time.Now()).Add(-3650)}
	b.Run("keep the 101st", func(b *testing.B) {
		long.sys = realSystem // with the flush
		n := 0
		for b.Loop() {
			n++
			keepAll(b, long, id, fmt.Sprint("text ", n))
		}
	})
	b.Run("states of an entry", func(b *testing.B) {
		for b.Loop() {
			if states, err := long.States(b.Context(), id); err != nil || len(states) < 100 {
				b.Fatal(len(states), err)
			}
		}
	})
	b.Run("thin", func(b *testing.B) {
		now := time.Now()
		for b.Loop() {
			b.StopTimer()
			d := longHistory(b, now)
			if err := d.SetAges(b.Context(), journal.Ages{Seen: now, Thinned: now.Add(-48 * time.Hour)}); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if err := journal.Open(d, time.Now).Thin(b.Context(), nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
