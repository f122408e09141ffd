package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"lifelog/store/storetest"

	"golang.org/x/sys/unix"
)

// BenchmarkFirstFrame times programs from their start to their first frame on
// a terminal of 80×24, in turn, so that all of them see the same machine.
//
//	go test -run '^$' -bench FirstFrame -benchtime 1x . [-args -large]
func BenchmarkFirstFrame(b *testing.B) {
	dir := b.TempDir()
	build := func(name, pkg string) string {
		out := filepath.Join(dir, name)
		if text, err := exec.Command("go", "build", "-o", out, pkg).CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, text)
		}
		return out
	}
	lifelog, empty := build("lifelog", "."), build("empty", "./testdata/empty")
	type program struct {
		name    string
		command []string
		sign    string // is in its first frame
	}
	programs := []program{{"empty", []string{empty}, "Ctrl-Q"}}
	if vim, err := exec.LookPath("vim"); err == nil {
		programs = append(programs, program{"vim", []string{vim, "--clean"}, "~"})
	}
	sizes := []int{0, 100, 3650}
	if os.Getenv("LIFELOG_LARGE") != "" {
		sizes = append(sizes, 100_000)
	}
	for _, n := range sizes {
		journal := filepath.Join(dir, strconv.Itoa(n))
		for v := range storetest.Corpus(n) {
			path := filepath.Join(journal, fmt.Sprintf("%04d/%02d/%v.md", v.ID.Date.Year, v.ID.Date.Month, v.ID))
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				b.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(v.Text), 0o600); err != nil {
				b.Fatal(err)
			}
		}
		programs = append(programs, program{fmt.Sprintf("%d-entries", n), []string{lifelog, "--dir", journal}, "Ctrl-Q"})
	}
	const rounds = 21
	times := map[string][]time.Duration{}
	for b.Loop() {
		for range rounds {
			for _, p := range programs {
				times[p.name] = append(times[p.name], firstFrame(b, dir, p.command, p.sign))
			}
		}
	}
	median := func(name string) float64 {
		slices.Sort(times[name])
		return float64(times[name][len(times[name])/2].Microseconds()) / 1000
	}
	for _, p := range programs {
		b.ReportMetric(median(p.name), p.name+"-ms")
		if p.name != "empty" {
			b.ReportMetric(median(p.name)/median("empty"), p.name+"/empty")
		}
	}
}

// firstFrame starts a program on a new terminal and returns how long it took
// until sign was on it.
func firstFrame(b *testing.B, home string, command []string, sign string) time.Duration {
	b.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		b.Skip("no pseudo-terminals here: ", err)
	}
	defer master.Close()
	fd := int(master.Fd())
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 80})
	}
	if err != nil {
		b.Fatal(err)
	}
	terminal, err := os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		b.Fatal(err)
	}
	defer terminal.Close()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = terminal, terminal, terminal
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HOME="+home)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	var seen []byte
	part := make([]byte, 1<<16)
	for !bytes.Contains(seen, []byte(sign)) {
		n, err := master.Read(part)
		if err != nil {
			b.Fatalf("%s ended without a frame: %v: %q", command[0], err, seen)
		}
		seen = append(seen, part[:n]...)
	}
	took := time.Since(start)
	if err := cmd.Process.Kill(); err != nil {
		b.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	return took
}
