//go:build !unix

package search_test

import (
	"testing"
	"time"
)

var start = time.Now()

// busy is the time that has passed; what the processors did for other programs is in it.
func busy(*testing.B) time.Duration { return time.Since(start) }
