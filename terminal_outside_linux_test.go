package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lifelog/store/storetest"
)

// TestOtherPrograms: while an entry is open, with and without something that is
// not saved yet, other programs change it, each in its own way. What they wrote
// is on the screen without a key, and nothing of either side is lost.
func TestOtherPrograms(t *testing.T) {
	const file = "lifelog/" + day
	programs := []struct{ name, needs, script string }{
		{"in place", "sh", `sed "s/$1/$2/" $f >t && cat t >$f`},
		{"sed -i", "sed", `sed -i "s/$1/$2/" $f`},
		{"mv", "mv", `sed "s/$1/$2/" $f >t && mv t $f`},
		{"vim", "vim", `vim -es -u NONE -c "%s/$1/$2/" -c wq $f`},
		{"vim, by rename", "vim", `vim -es -u NONE --cmd "set nocompatible backupcopy=no writebackup" -c "%s/$1/$2/" -c wq $f`},
		{"emacs", "emacs", `emacs -Q -batch $f --eval "(progn (goto-char 1) (search-forward \"$1\") (replace-match \"$2\" t) (save-buffer))"`},
		{"git", "git", `cd lifelog; g() { git -c user.name=x -c user.email=x@example.com "$@"; }; [ -e .git ] || g init -q
			g add -A; g commit -qm 1 --allow-empty; sed -i "s/$1/$2/" ` + day + `; g commit -qam 2; g checkout -q HEAD~1 && g checkout -q -`},
	}
	x := atHome(t)
	x.write(".config/lifelog/config.toml", "start = \"write\"\n")
	page := func(step int, typed string) string {
		return fmt.Sprintf("# 日記\n\nstep%04d\n\n書:%s\n", step, typed)
	}
	x.write(file, page(0, ""))
	x.writeOn("2022-05-02")
	x.key("C-End", "Up", "End")
	var took []string
	step, typed := 0, ""
	for _, p := range programs {
		if _, err := exec.LookPath(p.needs); err != nil {
			t.Logf("%s is not tried: %v", p.name, err)
			continue
		}
		for _, dirty := range []bool{false, true} {
			if dirty {
				word := fmt.Sprintf("夜%d。", step)
				x.typ(word)
				x.sees(word)
				typed += word
			}
			was, is := fmt.Sprintf("step%04d", step), fmt.Sprintf("step%04d", step+1)
			cmd := x.command("sh", "-c", "set -e; f="+file+"; "+p.script, "sh", was, is)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v: %s", p.name, err, out)
			}
			begun := time.Now()
			x.sees(is, typed)
			took = append(took, fmt.Sprintf("%s %v", p.name, time.Since(begun).Round(time.Millisecond)))
			x.key("C-s")
			step++
			x.entry(page(step, typed))
		}
	}
	x.lostNothing()
	if err := exec.Command("rm", filepath.Join(x.home, file)).Run(); err != nil {
		t.Fatal(err)
	}
	x.sees("書:", "削除しました")
	x.typ("朝")
	x.key("C-s")
	x.entry(page(step, typed+"朝"))
	x.lostNothing()
	t.Logf("on the screen after: %s", strings.Join(took, ", "))
}

// lostNothing fails if what two programs wrote could not be joined.
func (x *terminal) lostNothing() {
	x.t.Helper()
	if copies, err := filepath.Glob(filepath.Join(x.home, "lifelog/2022/05/*.conflict-*")); err != nil || len(copies) > 0 {
		x.t.Errorf("there are conflict copies: %q %v", copies, err)
	}
}

// TestWithoutNotification: where the system tells of no changes, the open entry
// is looked at.
func TestWithoutNotification(t *testing.T) {
	x := atHome(t)
	if err := x.command("strace", "-qq", "-o", "/dev/null", "-e", "inject=getcwd:error=EIO:when=9", "true").Run(); err != nil {
		t.Skip("there is no strace(1) here that may make calls fail: ", err)
	}
	x.write(".config/lifelog/config.toml", "start = \"write\"\n")
	x.write("lifelog/"+day, "はじめ\n")
	x.runHere(80, 24, "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=inotify_init1", "-e", "inject=inotify_init1:error=EMFILE", "lifelog")
	x.sees("はじめ")
	x.asked()
	time.Sleep(2 * time.Second) // until it has been looked at
	begun := time.Now()
	x.write("lifelog/"+day, "はじめ\n外から\n")
	x.sees("外から")
	t.Logf("seen after %v", time.Since(begun).Round(time.Millisecond))
	x.key("C-q") // since strace keeps the end of a terminal from lifelog
	x.until("the end", func(s screen) bool { return !s.alternate })
}

// TestTwoPrograms: two lifelogs have the same entry open, and in each round both
// write a line at its end at the same time. Every line comes to be on both
// screens and in the file, once.
func TestTwoPrograms(t *testing.T) {
	const perDay = 20 // so that all lines of a day are on the screen
	rounds := storetest.Rounds(20, 1000)
	one := atHome(t)
	one.write(".config/lifelog/config.toml", "start = \"write\"\n")
	two := &terminal{t: t, home: one.home, env: slices.Clone(one.env)}
	var lines []string
	for round := range rounds {
		day := fmt.Sprintf("20%02d-05-02", 1+round/perDay)
		if round%perDay == 0 {
			lines = nil
			for _, x := range []*terminal{one, two} {
				x.writeOn(day)
			}
		}
		first, second := fmt.Sprintf("一番%04d", round), fmt.Sprintf("二番%04d", round)
		for n, x := range []*terminal{one, two} {
			x.key("C-End")
			x.typ([]string{first, second}[n])
			x.key("Enter")
		}
		one.key("C-s")
		two.key("C-s")
		lines = append(lines, first, second)
		file := filepath.Join("lifelog", day[:4], "05", day+".md")
		for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
			text := "\n" + one.read(file)
			missing := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return strings.Count(text, line+"\n") == 1 })
			if len(missing) == 0 {
				break
			}
			if time.Now().After(end) {
				t.Fatalf("round %d: %q are not in the file once: %q\n%v\n%v", round, missing, text, one.screen(), two.screen())
			}
		}
		one.sees(first, second)
		two.sees(first, second)
	}
	if copies, err := filepath.Glob(filepath.Join(one.home, "lifelog/*/05/*.conflict-*")); err != nil || len(copies) > 0 {
		t.Errorf("there are conflict copies: %q %v", copies, err)
	}
	t.Logf("%d rounds, %d lines, all on both screens and in the file once", rounds, 2*rounds)
}
