// Fill writes a made-up journal into a folder, to try the program and to
// measure it. It flushes nothing, so that 100,000 entries take seconds.
//
//	go run ./store/storetest/fill -n 3650 DIR
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"lifelog/store/storetest"
)

func main() {
	n := flag.Int("n", 3650, "number of entries, one a day back from 2026-11-21")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: fill [-n ENTRIES] DIR")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 || *n < 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := fill(flag.Arg(0), *n); err != nil {
		fmt.Fprintln(os.Stderr, "fill:", err)
		os.Exit(1)
	}
}

// fill writes n entries; one that is there already is an error.
func fill(root string, n int) error {
	made := ""
	for v := range storetest.Corpus(n) {
		day := v.ID.Date.String()
		folder := filepath.Join(root, day[:4], day[5:7])
		if folder != made {
			if err := os.MkdirAll(folder, 0o700); err != nil {
				return err
			}
			made = folder
		}
		file, err := os.OpenFile(filepath.Join(folder, day+".md"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		if _, err := file.WriteString(v.Text); err != nil {
			return err
		}
		if err := file.Close(); err != nil {
			return err
		}
	}
	return nil
}
