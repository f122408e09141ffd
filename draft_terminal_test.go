//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestTerminalKilled kills lifelog while somebody types, at any moment, again
// and again. Whatever stood on the screen before is in the entry once it was
// started again, unless the screen said that it might not be.
func TestTerminalKilled(t *testing.T) {
	rounds := 50
	if testing.Short() {
		rounds = 5
	}
	rng := rand.New(rand.NewPCG(20220502, 6))
	word := regexp.MustCompile(`k\d\dn\d\d\.`)
	x := open(t)
	x.write(".config/lifelog/config.toml", "start = \"write\"\n")
	x.run(80, 24, "sh", "-c", inside, "sh")
	opens := func() {
		x.until("the page to write on", func(s screen) bool { return s.cursor && s.alternate && s.has("2022年5月2日") })
	}
	opens()
	seen, recovered, warned := 0, 0, 0
	for round := range rounds {
		x.key("C-End", "Enter")
		last := ""
		for n := range 2 + rng.IntN(20) {
			last = fmt.Sprintf("k%02dn%02d.", round, n)
			x.typ(last + " ")
		}
		if rng.IntN(4) == 0 { // sometimes everything has been drawn
			x.sees(last)
		}
		shown := x.screen()
		words := word.FindAllString(strings.Join(shown.rows, "\n"), -1)
		if shown.has("記録されていません") { // a disk that is stuck, and a screen that says so
			words, warned = nil, warned+1
		}
		pid := x.pid()
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		for alive(pid) {
			time.Sleep(time.Millisecond)
		}
		before := x.read(filepath.Join("lifelog", day))
		x.again()
		opens()
		for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
			missing := ""
			text := x.read(filepath.Join("lifelog", day))
			for _, w := range words {
				if !strings.Contains(text, w) {
					missing = w
				}
			}
			if missing == "" {
				break
			}
			if time.Now().After(end) {
				t.Fatalf("round %d: %s stood on the screen and is lost\n%v", round, missing, x.screen())
			}
		}
		seen += len(words)
		for _, w := range words {
			if !strings.Contains(before, w) {
				recovered++
			}
		}
	}
	t.Logf("%d kills, %d words read off the screen, %d of them only in drafts; %d warnings of a slow disk", rounds, seen, recovered, warned)
	if recovered == 0 {
		t.Error("no kill came before a save, so nothing was tried")
	}
}

// TestTerminalOutside: what other programs write is on the screen without a
// key, under what is being typed.
func TestTerminalOutside(t *testing.T) {
	x := open(t)
	file := filepath.Join("lifelog", day)
	x.write(file, "朝\n\n夜\n")
	x.write(".config/lifelog/config.toml", "start = \"write\"\n")
	x.run(80, 24, "sh", "-c", inside, "sh")
	x.sees("夜", "保存済み")
	x.write(file, "朝\n\n昼\n\n夜\n")
	x.sees("昼", "保存済み")
	x.typ("mine")
	x.sees("mine")
	x.lifelog("add", "from the shell")
	x.sees("mine", "## 18:20", "from the shell")
	x.key("C-s")
	x.entry("朝\n\n昼\n\n夜\nmine\n\n## 18:20\n\nfrom the shell\n")
	x.key("Escape")
	x.write("lifelog/2022/04/2022-04-30.md", "# 四月の終わり\n")
	x.sees("四月の終わり")
}
