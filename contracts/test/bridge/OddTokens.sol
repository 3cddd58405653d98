// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @dev Keeps one percent of every transfer.
contract FeeToken is ERC20("Fee", "FEE") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        uint256 fee = from == address(0) || to == address(0) ? 0 : amount / 100;
        super._update(from, to, amount - fee);
        if (fee != 0) super._update(from, address(0), fee);
    }
}

/// @dev Answers false instead of reverting.
contract FalseToken {
    function balanceOf(address) external pure returns (uint256) {
        return 0;
    }

    function transferFrom(address, address, uint256) external pure returns (bool) {
        return false;
    }
}

/// @dev None of the optional functions of ERC-20.
contract NamelessToken {
    mapping(address account => uint256) public balanceOf;
}

/// @dev Calls back whom it is told to, once, in the middle of the next transfer.
contract CallbackToken is ERC20("Callback", "CALL") {
    address private _target;
    bytes private _data;
    bytes public failure;
    bool public called;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function arm(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (_target == address(0)) return;
        address target = _target;
        _target = address(0);
        bool ok;
        (ok, failure) = target.call(_data);
        called = true;
        if (ok) failure = "";
    }
}

/// @dev Receives ether and tries to use the moment.
contract CallbackReceiver {
    address private immutable TARGET;
    bytes private _data;
    bool public succeeded;
    uint256 public received;

    constructor(address target) {
        TARGET = target;
    }

    function arm(bytes calldata data) external {
        _data = data;
    }

    receive() external payable {
        ++received;
        (succeeded,) = TARGET.call(_data);
    }
}
