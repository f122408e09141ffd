package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"lifelog/journal"
	"lifelog/store/storetest"

	"golang.org/x/sys/unix"
)

// The rig of TestPowerCut: a small disk in a file, a program that types and
// saves on it, and two ways to take its power away. What the kernel had not yet
// given to the disk is then lost. A disk that lies about what it has written is
// beyond this.

// TestTypingProgram is the program. It writes one word after the other into a
// draft, saves now and then, and says what a person would have seen.
func TestTypingProgram(t *testing.T) {
	root := os.Getenv("STORE_TEST_TYPES")
	if root == "" {
		t.Skip("this is a program for another test")
	}
	d := openState(t, root)
	j := journal.Open(d, time.Now)
	base := journal.Version{ID: day(t, "2022-05-02")}
	text, w := "", d.Begin(base)
	for n := 1; ; n++ {
		word := fmt.Sprintf("%d\n", n)
		err := w.Add(journal.Edit{From: len(text), To: len(text), Text: word}, func() string { return text + word })
		if err != nil {
			return
		}
		text += word
		fmt.Println("shown", n)
		if n%37 == 0 {
			saved, err := j.Save(t.Context(), base, journal.Version{ID: base.ID, Text: text})
			if err != nil {
				return
			}
			base = saved.Version
			w.Stored(base, true)
			fmt.Println("saved", n)
		}
		time.Sleep(3 * time.Millisecond)
	}
}

// TestPowerCut takes the power away at any moment. What was said to be saved is
// in the file, which is whole, and of what was only typed at most the last 0.3
// seconds are lost.
func TestPowerCut(t *testing.T) {
	rounds := storetest.Rounds(0, 20)
	switch {
	case rounds == 0:
		t.Skip("it takes minutes: bash .ci/reliability T3")
	case os.Geteuid() != 0:
		t.Skip("disks cannot be mounted here, which takes root")
	}
	for _, fs := range []struct{ name, size string }{{"ext4", "64M"}, {"xfs", "300M"}, {"btrfs", "128M"}} {
		for _, cut := range []string{"shutdown", "copy"} {
			if fs.name == "btrfs" && cut == "shutdown" {
				continue // it has no such call
			}
			t.Run(fs.name+", "+cut, func(t *testing.T) {
				if _, err := exec.LookPath("mkfs." + fs.name); err != nil {
					t.Skip("there is no such file system here: ", err)
				}
				var worst time.Duration
				lost, typed, saves := 0, 0, 0
				for round := range rounds {
					c := powerCut(t, fs.name, fs.size, cut, uint64(round))
					typed, saves, lost = typed+c.shown, saves+c.saves, lost+c.lost
					worst = max(worst, c.span)
				}
				t.Logf("%d cuts after %d saves and %d words: 0 saves lost, 0 torn; of the words that were not saved %d lost, of the last %v at most",
					rounds, saves, typed, lost, worst.Round(time.Millisecond))
			})
		}
	}
}

// cutOff is what one power cut came to.
type cutOff struct {
	shown, saves int
	lost         int           // words that were on the screen
	span         time.Duration // how long before the cut the first of them was
}

func run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %q: %v: %s", name, args, err, out)
	}
}

func powerCut(t *testing.T, fs, size, how string, seed uint64) (c cutOff) {
	t.Helper()
	dir := t.TempDir()
	image, disk := filepath.Join(dir, "image"), filepath.Join(dir, "disk")
	if err := os.Mkdir(disk, 0o700); err != nil {
		t.Fatal(err)
	}
	run(t, "truncate", "-s", size, image)
	run(t, "mkfs."+fs, "-q", image)
	run(t, "mount", "-o", "loop", image, disk)
	mounted := true
	defer func() {
		if mounted {
			run(t, "umount", "-l", disk)
		}
	}()
	shownAt, saved, cutAt := typeUntil(t, disk, 300*time.Millisecond+time.Duration(rand.New(rand.NewPCG(seed, 3)).IntN(900))*time.Millisecond, func() {
		if how == "shutdown" {
			shutdown(t, disk)
			return
		}
		run(t, "cp", "--sparse=always", image, image+".cut")
	})
	run(t, "umount", disk)
	mounted = false
	if how == "copy" {
		image += ".cut"
	}
	run(t, "mount", "-o", "loop", image, disk)
	mounted = true

	// The next start.
	d := openState(t, disk+"/log")
	stored, err := d.Load(t.Context(), day(t, "2022-05-02"))
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		t.Fatal(err)
	}
	if n := words(t, stored.Text); n < saved {
		t.Errorf("word %d was saved, and the entry ends with %d", saved, n)
	}
	if _, err := journal.Open(d, time.Now).Recover(t.Context()); err != nil {
		t.Error(err)
	}
	now, err := d.Load(t.Context(), day(t, "2022-05-02"))
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		t.Fatal(err)
	}
	n := words(t, now.Text)
	c = cutOff{shown: len(shownAt), saves: saved / 37, lost: max(0, len(shownAt)-n)}
	if c.lost > 0 {
		c.span = cutAt.Sub(shownAt[n])
	}
	if c.span > 300*time.Millisecond && !slowDisk(shownAt) {
		t.Errorf("%d words are lost, the first of which was on the screen for %v", c.lost, c.span)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
	return c
}

// slowDisk says whether the program itself had to wait, so that nothing can be
// said of the time a flush takes.
func slowDisk(shownAt []time.Time) bool {
	for i := 1; i < len(shownAt); i++ {
		if shownAt[i].Sub(shownAt[i-1]) > 100*time.Millisecond {
			return true
		}
	}
	return false
}

// typeUntil runs the program on a disk for a while and then cuts. It returns
// when each word was shown and the last one that was saved before the cut.
func typeUntil(t *testing.T, disk string, length time.Duration, cut func()) (shownAt []time.Time, saved int, cutAt time.Time) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestTypingProgram$")
	cmd.Env = append(os.Environ(), "STORE_TEST_TYPES="+disk+"/log")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	var reader sync.WaitGroup
	reader.Go(func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			mu.Lock()
			var n int
			if cutAt.IsZero() { // else it came too late to count
				if _, err := fmt.Sscanf(lines.Text(), "shown %d", &n); err == nil {
					shownAt = append(shownAt, time.Now())
				} else if _, err := fmt.Sscanf(lines.Text(), "saved %d", &n); err == nil {
					saved = n
				}
			}
			mu.Unlock()
		}
	})
	time.Sleep(length)
	mu.Lock()
	cutAt = time.Now()
	mu.Unlock()
	_ = cmd.Process.Signal(syscall.SIGSTOP) // a machine without power does nothing more
	cut()
	_ = cmd.Process.Kill()
	reader.Wait()
	_ = cmd.Wait() // it was killed
	return shownAt, saved, cutAt
}

// words returns how many words a text has, which must be whole.
func words(t *testing.T, text string) (n int) {
	t.Helper()
	for line := range strings.Lines(text) {
		if n++; line != fmt.Sprintf("%d\n", n) {
			t.Fatalf("the text is torn at %q: %q", line, text)
		}
	}
	return n
}

// shutdown ends a mounted file system without giving its log to the disk
// (EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN, which are one).
func shutdown(t *testing.T, disk string) {
	t.Helper()
	dir, err := os.Open(disk)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close() // only asked
	const call, withoutLog = 0x8004587d, 2
	flags := uint32(withoutLog)
	err = onDescriptor(dir, func(fd int) error {
		if _, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(fd), call, uintptr(unsafe.Pointer(&flags))); errno != 0 {
			return errno
		}
		return nil
	})
	if err != nil {
		t.Fatal("the file system cannot be shut down: ", err)
	}
}
