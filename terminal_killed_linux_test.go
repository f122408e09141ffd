package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"lifelog/store/storetest"
)

// TestKilledWhileTyping kills lifelog while somebody types, at any moment,
// again and again. Every character that was on the screen is in the entry once
// lifelog was started again.
func TestKilledWhileTyping(t *testing.T) {
	const perDay = 50 // so that no entry grows long
	rounds := storetest.Rounds(50, 1000)
	rng := rand.New(rand.NewPCG(20220502, 6))
	x := atHome(t)
	x.write(".config/lifelog/config.toml", "start = \"write\"\n")
	shown, drafted, warned := 0, 0, 0
	var starts []time.Duration
	day := "2022-05-01"
	p := x.writeOn(day)
	for round := range rounds {
		typed := x.typeSome(rng, fmt.Sprintf("k%04d", round))
		if err := p.kill(syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("lifelog", "2022/05", day+".md")
		dead := p.screen()
		saw, before := common(typed, packed(strings.Join(dead.rows[:len(dead.rows)-2], ""))), packed(x.read(file))
		if dead.has("ディスクの応答が遅く") { // then it said that this is not recorded yet
			warned++
			saw = ""
		}
		shown += utf8.RuneCountInString(saw)

		begun := time.Now()
		day = fmt.Sprintf("2022-05-%02d", 1+(round+1)/perDay)
		p = x.writeOn(day)
		starts = append(starts, time.Since(begun))
		for end := time.Now().Add(patience); !strings.Contains(packed(x.read(file)), saw); time.Sleep(5 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("round %d: %q stood on the screen and is lost; before the start the entry ended with %q, now with %q\n%v",
					round, saw, last(before, 80), last(packed(x.read(file)), 80), dead)
			}
		}
		if !strings.Contains(before, saw) {
			drafted++
			x.sees("を戻しました")
		}
	}
	slices.Sort(starts)
	t.Logf("%d kills, %d characters read off the screen, 0 lost; %d times some were only in a draft, and each was told of; %d times the disk was said to be slow; from a start to the page: median %v, longest %v",
		rounds, shown, drafted, warned, starts[len(starts)/2].Round(time.Millisecond), starts[len(starts)-1].Round(time.Millisecond))
	if drafted == 0 {
		t.Error("no kill came before a save, so nothing was tried")
	}
}

// typeSome types words on a line of their own, key by key, stops at any moment
// and returns what it typed.
func (x *terminal) typeSome(rng *rand.Rand, mark string) string {
	x.t.Helper()
	x.key("C-End", "Enter")
	var typed strings.Builder
	for n := range 2 + rng.IntN(16) {
		word := fmt.Sprintf("%sn%02d。", mark, n)
		for _, c := range word {
			x.typ(string(c))
			time.Sleep(time.Duration(rng.IntN(3)) * time.Millisecond)
		}
		typed.WriteString(word)
		if rng.IntN(40) == 0 {
			x.key("C-s")
		}
	}
	time.Sleep(time.Duration(rng.IntN(30)) * time.Millisecond)
	return typed.String()
}

// writeOn starts lifelog, which is set to begin with the page of today, on a
// day of May.
func (x *terminal) writeOn(day string) *pty {
	x.t.Helper()
	x.env = slices.DeleteFunc(x.env, func(v string) bool { return strings.HasPrefix(v, "LIFELOG_NOW=") })
	x.env = append(x.env, "LIFELOG_NOW="+day+"T18:20:00+09:00")
	p := x.runHere(80, 24, "lifelog")
	heading := "5月" + strings.TrimPrefix(day[len("2022-05-"):], "0") + "日"
	x.until("the page to write on", func(s screen) bool { return s.cursor && s.alternate && s.has(heading) })
	return p
}

// packed is text without any space.
func packed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// common is the longest beginning of what was typed that is in a text.
func common(typed, text string) string {
	for end := len(typed); end > 0; end-- {
		if strings.Contains(text, typed[:end]) {
			return typed[:end]
		}
	}
	return ""
}

// last is the end of a text.
func last(text string, bytes int) string { return text[max(0, len(text)-bytes):] }
