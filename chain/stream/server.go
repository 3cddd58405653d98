package stream

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

// maxPayloadBytes is the largest message of the embedded server; NATS advises against more.
const maxPayloadBytes = 8 << 20

// Server is an embedded NATS server with JetStream.
type Server struct {
	nats     *server.Server
	password string // of the one user who may write
}

// ServerConfig is how a server is started.
type ServerConfig struct {
	Dir    string // of JetStream's files; it is created
	Listen string // host:port for readers; port 0 takes a free one, the same as the last time if it is free
}

const writerUser = "sequencer"

// maxSubscriptions of one connection; a reader has two.
const maxSubscriptions = 64

// maxConnections bounds what strangers can make the server hold: NATS keeps up to 64 MB of answers for a connection that does not read them, and closes it then.
const maxConnections = 256

// What readers may ask the server, and hear.
var questions = []string{"$JS.API.INFO", "$JS.API.STREAM.INFO.*", "$JS.API.STREAM.MSG.GET.*", "$JS.API.DIRECT.GET.*"}

const beats = subjectRoot + ".*.beat"

// openToReaders lets the account of the readers ask what they may, and hear beats. They have an account of their own because who asks chooses the subject of the answer: in the account of the stream, the
// answer to a subject of the stream would be appended to it.
func (s *Server) openToReaders() error {
	stream := s.nats.GlobalAccount()
	readers, err := s.nats.LookupAccount("readers")
	if err != nil {
		return err
	}
	for _, q := range questions {
		if err := errors.Join(stream.AddServiceExport(q, []*server.Account{readers}), readers.AddServiceImport(stream, q, q)); err != nil {
			return err
		}
	}
	return errors.Join(stream.AddStreamExport(beats, []*server.Account{readers}), readers.AddStreamImport(stream, beats, ""))
}

// StartServer starts a server and waits until it answers. Close it when done.
func StartServer(cfg ServerConfig) (*Server, error) {
	host, port, err := net.SplitHostPort(cfg.Listen)
	if err != nil {
		return nil, fmt.Errorf("stream: listen on %q: %w", cfg.Listen, err)
	}
	number, err := strconv.Atoi(port)
	if err != nil || number < 0 || number > 65535 {
		return nil, fmt.Errorf("stream: listen on %q: no port", cfg.Listen)
	}
	free := number == 0
	if number = lastPort(cfg.Dir, host, number); number == 0 {
		number = server.RANDOM_PORT
	}
	s := &Server{password: rand.Text()}
	readers := server.NewAccount("readers")
	s.nats, err = server.NewServer(&server.Options{
		ServerName: "ashlar", Host: host, Port: number, JetStream: true, StoreDir: cfg.Dir, NoLog: true, NoSigs: true, SyncAlways: true, MaxPayload: maxPayloadBytes,
		MaxSubs: maxSubscriptions, MaxConn: maxConnections,
		Accounts: []*server.Account{readers},
		Users: []*server.User{
			{Username: writerUser, Password: s.password},
			{Username: "reader", Password: "reader", Account: readers, Permissions: &server.Permissions{
				Publish:   &server.SubjectPermission{Allow: questions},
				Subscribe: &server.SubjectPermission{Allow: []string{beats, "_INBOX.>"}},
			}},
		},
		NoAuthUser: "reader",
	})
	if err != nil {
		return nil, fmt.Errorf("stream: %w", err)
	}
	if err := s.openToReaders(); err != nil {
		return nil, fmt.Errorf("stream: %w", err)
	}
	s.nats.Start()
	if err := s.nats.GlobalAccount().EnableJetStream(nil, nil); err != nil { // which NATS does by itself when there are no other accounts
		s.Close()
		return nil, fmt.Errorf("stream: %s: %w", cfg.Dir, err)
	}
	const patience = 30 * time.Second
	if !s.nats.ReadyForConnections(patience) || !s.nats.JetStreamEnabled() {
		s.Close()
		return nil, fmt.Errorf("stream: the embedded NATS server is not up within %v; look whether %s is free and %s can be written", patience, cfg.Listen, cfg.Dir)
	}
	if address, ok := s.nats.Addr().(*net.TCPAddr); ok && free {
		if err := os.WriteFile(filepath.Join(cfg.Dir, portFile), []byte(strconv.Itoa(address.Port)), 0o644); err != nil {
			s.Close()
			return nil, fmt.Errorf("stream: %w", err)
		}
	}
	return s, nil
}

// portFile remembers the free port that was taken, so that readers find the server there after a restart.
const portFile = "port"

// lastPort is the port of the last time when any will do and that one is free; otherwise the one that was asked for.
func lastPort(dir, host string, number int) int {
	text, err := os.ReadFile(filepath.Join(dir, portFile))
	if number != 0 || err != nil {
		return number
	}
	last, err := strconv.Atoi(string(text))
	if err != nil || last < 1 || last > 65535 {
		return number
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(last)))
	if err != nil {
		return number
	}
	_ = listener.Close()
	return last
}

// URL is where readers connect.
func (s *Server) URL() string { return s.nats.ClientURL() }

// Close stops the server.
func (s *Server) Close() {
	s.nats.Shutdown()
	s.nats.WaitForShutdown()
}

// connect opens the writer's connection, which does not go through a port.
func (s *Server) connect(options []nats.Option) (*nats.Conn, error) {
	if s.nats == nil {
		return nil, errors.New("stream: the server is not started")
	}
	return nats.Connect("", append(options, nats.InProcessServer(s.nats), nats.UserInfo(writerUser, s.password))...)
}
