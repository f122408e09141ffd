package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestFullDisk: the disk becomes full while somebody writes. One can go on, is
// told, and nothing that was stored is touched; when there is room again
// everything is stored without a key.
func TestFullDisk(t *testing.T) {
	for _, disk := range []struct {
		name  string
		mount func(t *testing.T, at string) error
	}{
		{"tmpfs", func(t *testing.T, at string) error {
			return unix.Mount("tmpfs", at, "tmpfs", 0, "size=2m")
		}},
		{"ext4", func(t *testing.T, at string) error {
			image := filepath.Join(t.TempDir(), "image")
			for _, cmd := range []*exec.Cmd{
				exec.Command("truncate", "-s", "16M", image),
				exec.Command("mkfs.ext4", "-q", "-m", "0", image),
				exec.Command("mount", "-o", "loop", image, at),
			} {
				if out, err := cmd.CombinedOutput(); err != nil {
					return fmt.Errorf("%v: %w: %s", cmd, err, out)
				}
			}
			return nil
		}},
	} {
		t.Run(disk.name, func(t *testing.T) {
			x := atHome(t)
			if err := disk.mount(t, x.home); err != nil {
				t.Skipf("a small disk cannot be mounted here, which takes root: %v", err)
			}
			t.Cleanup(func() {
				if err := unix.Unmount(x.home, unix.MNT_DETACH); err != nil {
					t.Error(err)
				}
			})
			x.fillUp()
		})
	}
}

// fillUp writes on a page while the disk of the home fills.
func (x *terminal) fillUp() {
	x.t.Helper()
	const file = "lifelog/" + day
	x.write(".config/lifelog/config.toml", "start = \"write\"\n")
	p := x.writeOn("2022-05-02")
	x.typ("朝の文。")
	x.key("C-s")
	x.entry("朝の文。")
	x.typ("昼の文。")
	x.sees("昼の文。")
	was := x.read(file)

	filler := filepath.Join(x.home, "filler")
	if err := fill(filler); !errors.Is(err, syscall.ENOSPC) {
		x.t.Fatal(err)
	}
	x.key("C-s")
	begun := time.Now()
	x.sees("保存できませんでした")
	told := time.Since(begun)
	typed, parts := "朝の文。昼の文。", 0
	for len(typed) < 80<<10 {
		mark := fmt.Sprintf("end%03d。", parts)
		part := strings.Repeat("雨", 300) + mark
		x.paste(part)
		x.sees(mark)
		typed += part
		parts++
	}
	if now := x.read(file); now != was {
		x.t.Errorf("on a full disk the file became %s", difference(now, was))
	}
	// What is on the screen outlives the program although the disk is full.
	if err := p.kill(syscall.SIGKILL); err != nil {
		x.t.Fatal(err)
	}
	if now := x.read(file); now != was {
		x.t.Errorf("on a full disk the file became %s", difference(now, was))
	}
	if err := os.Remove(filler); err != nil {
		x.t.Fatal(err)
	}
	x.writeOn("2022-05-02")
	x.entry(typed)

	// And without being killed: it is tried again by itself.
	time.Sleep(3 * time.Second) // until what was replaced has made room
	if err := fill(filler); !errors.Is(err, syscall.ENOSPC) {
		x.t.Fatal(err)
	}
	x.key("C-End")
	x.typ("夜の文。")
	x.sees("夜の文。", "保存できませんでした")
	if err := os.Remove(filler); err != nil {
		x.t.Fatal(err)
	}
	begun = time.Now()
	x.entry(typed + "夜の文。")
	x.t.Logf("told after %v; %d bytes typed on the full disk, all there after a kill; saved %v after there was room",
		told.Round(time.Millisecond), len(typed), time.Since(begun).Round(time.Millisecond))
}

// fill writes until nothing more fits, and returns why.
func fill(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	defer file.Close() // only to fill the disk
	for size := 1 << 20; size > 0; size /= 2 {
		for err = nil; err == nil; {
			_, err = file.Write(make([]byte, size))
		}
	}
	return err
}
