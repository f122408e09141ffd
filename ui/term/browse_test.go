package term

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestBrowseCommand(t *testing.T) {
	for _, c := range []struct {
		system, address string
		want            []string // nil for refused
	}{
		{"linux", "https://example.com/a?b=c&d", []string{"xdg-open", "https://example.com/a?b=c&d"}},
		{"freebsd", "mailto:a@example.com", []string{"xdg-open", "mailto:a@example.com"}},
		{"darwin", "http://example.com/日本", []string{"open", "http://example.com/%E6%97%A5%E6%9C%AC"}},
		{"windows", `https://example.com/"&calc`, []string{"rundll32", "url.dll,FileProtocolHandler", "https://example.com/%22&calc"}},
		{"linux", "HTTPS://example.com/", []string{"xdg-open", "https://example.com/"}},
		{"linux", "file:///etc/passwd", nil},
		{"linux", "javascript:alert(1)", nil},
		{"linux", "--help", nil},
		{"linux", "a/picture.png", nil},
		{"windows", `\\server\share\a.exe`, nil},
		{"linux", "https://example.com/\x1b[2J", nil},
		{"linux", "", nil},
	} {
		got, err := browseCommand(c.system, c.address)
		if !slices.Equal(got, c.want) || (err == nil) != (c.want != nil) {
			t.Errorf("%s %q: %q, %v, want %q", c.system, c.address, got, err, c.want)
		}
	}
}

func TestLaunch(t *testing.T) {
	for _, name := range []string{"true", "false", "sleep"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("there is no program %s here to be started", name)
		}
	}
	if err := launch(t.Context(), exec.Command("true"), time.Minute); err != nil {
		t.Error(err)
	}
	if err := launch(t.Context(), exec.Command("false"), time.Minute); err == nil || !strings.Contains(err.Error(), "found nothing") {
		t.Errorf("a program that fails: %v", err)
	}
	if err := launch(t.Context(), exec.Command("no-such-program-here"), time.Minute); err == nil || !strings.Contains(err.Error(), "there is no no-such-program-here") {
		t.Errorf("a program that is not there: %v", err)
	}
	running := exec.Command("sleep", "60")
	if err := launch(t.Context(), running, time.Millisecond); err != nil {
		t.Errorf("a program that runs on: %v", err)
	}
	if err := running.Process.Kill(); err != nil {
		t.Error(err)
	}
}

func TestShowFile(t *testing.T) {
	for _, path := range []string{"", "picture.jpg", "-e", "../picture.jpg", "https://a.example/picture.jpg"} {
		if err := ShowFile(t.Context(), path); err == nil {
			t.Errorf("ShowFile(%q) did not refuse it", path)
		}
	}
	for system, want := range map[string]string{"linux": "xdg-open", "freebsd": "xdg-open", "darwin": "open", "windows": "rundll32"} {
		if got := openCommand(system, "/a b.jpg"); got[0] != want || got[len(got)-1] != "/a b.jpg" {
			t.Errorf("%s: %q", system, got)
		}
	}
}
