//go:build unix

package search_test

import (
	"syscall"
	"testing"
	"time"
)

// busy is how long the processors have worked for this program so far. Other programs do not count, however many there are.
func busy(b *testing.B) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
