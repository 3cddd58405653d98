// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What the tools deploy, call and watch.
contract Ledger {
    /// Set by the constructor: the code on the chain differs from the compiler's in these places.
    address public immutable OWNER;
    uint256 public immutable LIMIT;

    uint256 public total;
    mapping(address => uint256) public balanceOf;
    string public motto;

    event Deposited(address indexed from, uint256 amount, string note);
    event Withdrawn(address indexed to, uint256 amount);

    error InsufficientBalance(address account, uint256 balance, uint256 wanted);
    error LimitExceeded();

    constructor(uint256 limit, string memory motto_) payable {
        OWNER = msg.sender;
        LIMIT = limit;
        motto = motto_;
        if (msg.value > 0) _deposit(msg.sender, "constructor");
    }

    receive() external payable {
        _deposit(msg.sender, "receive");
    }

    function deposit(string calldata note) external payable {
        _deposit(msg.sender, note);
    }

    function withdraw(uint256 amount) external {
        uint256 balance = balanceOf[msg.sender];
        if (balance < amount) revert InsufficientBalance(msg.sender, balance, amount);
        balanceOf[msg.sender] = balance - amount;
        total -= amount;
        emit Withdrawn(msg.sender, amount);
        (bool ok,) = msg.sender.call{value: amount}("");
        require(ok, "transfer was refused");
    }

    /// Fails in each way in which Solidity can.
    function fail(uint256 how) external view {
        if (how == 0) revert();
        if (how == 1) revert("a reason in words");
        if (how == 2) revert InsufficientBalance(msg.sender, total, how);
        if (how == 3) assert(how != 3);
        if (how == 4) LIMIT / (how - 4);
        if (how == 5) {
            assembly {
                invalid()
            }
        }
        while (true) {}
    }

    function _deposit(address from, string memory note) private {
        if (total + msg.value > LIMIT) revert LimitExceeded();
        balanceOf[from] += msg.value;
        total += msg.value;
        emit Deposited(from, msg.value, note);
    }
}
