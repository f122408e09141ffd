package term

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

// browseWait is how long the system may take to say that it cannot open an
// address. A program that runs longer shows it.
const browseWait = 2 * time.Second

// Browse opens an address of the web, or a mail to somebody, with the program
// that the system has for it. No shell reads the address, and addresses of
// other kinds are refused: they could start anything.
func Browse(ctx context.Context, address string) error {
	command, err := browseCommand(runtime.GOOS, address)
	if err != nil {
		return err
	}
	return launch(ctx, exec.Command(command[0], command[1:]...), browseWait)
}

// ShowFile opens a file with the program that the system has for its kind. The
// caller answers for the file being of a kind that is looked at and not run.
func ShowFile(ctx context.Context, path string) error {
	if !filepath.IsAbs(path) {
		return fmt.Errorf("%q is not the whole path of a file", path)
	}
	command := openCommand(runtime.GOOS, path)
	return launch(ctx, exec.Command(command[0], command[1:]...), browseWait)
}

// browseCommand is the command line that opens an address on a system.
func browseCommand(system, address string) ([]string, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("%q is no address", address)
	}
	if !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
		return nil, fmt.Errorf("only addresses with http, https and mailto are opened, not %q", address)
	}
	return openCommand(system, u.String()), nil
}

// openCommand is the command line that opens a file or an address.
func openCommand(system, target string) []string {
	switch system {
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", target}
	case "darwin":
		return []string{"open", target}
	}
	return []string{"xdg-open", target}
}

// launch starts a program that outlives this one, and waits a moment for its
// failure.
func launch(ctx context.Context, cmd *exec.Cmd, wait time.Duration) error {
	apart(cmd)
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return fmt.Errorf("there is no %s on this machine to open it with", cmd.Args[0])
		}
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("%s found nothing to open it with (%w)", cmd.Args[0], err)
		}
	case <-time.After(wait):
	case <-ctx.Done():
	}
	return nil
}
