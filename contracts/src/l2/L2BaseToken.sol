// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {L2_MESSENGER} from "../common/Constants.sol";
import {IL1Messenger} from "../interfaces/IL1Messenger.sol";
import {IL2BaseToken} from "../interfaces/IL2BaseToken.sol";

/// @dev `name` and `symbol` are genesis storage.
contract L2BaseToken is IL2BaseToken {
    IL1Messenger private constant L1_MESSENGER = IL1Messenger(L2_MESSENGER);
    bytes4 private constant FINALIZE_ETH_WITHDRAWAL =
        bytes4(keccak256("finalizeEthWithdrawal(uint256,uint256,uint16,bytes,bytes32[])"));
    uint256 private constant SUM_OF_BALANCES = (1 << 127) - 1;

    /// @inheritdoc IL2BaseToken
    string public name;
    /// @inheritdoc IL2BaseToken
    string public symbol;

    /// @inheritdoc IL2BaseToken
    function withdraw(address l1Receiver) external payable {
        _check(l1Receiver);
        emit Withdrawal(msg.sender, l1Receiver, msg.value);
        L1_MESSENGER.sendToL1(abi.encodePacked(FINALIZE_ETH_WITHDRAWAL, l1Receiver, msg.value));
    }

    /// @inheritdoc IL2BaseToken
    function withdrawWithMessage(address l1Receiver, bytes calldata additionalData) external payable {
        _check(l1Receiver);
        emit WithdrawalWithMessage(msg.sender, l1Receiver, msg.value, additionalData);
        L1_MESSENGER.sendToL1(
            abi.encodePacked(FINALIZE_ETH_WITHDRAWAL, l1Receiver, msg.value, msg.sender, additionalData)
        );
    }

    /// @inheritdoc IL2BaseToken
    function balanceOf(uint256 account) external view returns (uint256) {
        return address(uint160(account)).balance;
    }

    /// @inheritdoc IL2BaseToken
    function totalSupply() external view returns (uint256) {
        return SUM_OF_BALANCES - address(this).balance;
    }

    /// @inheritdoc IL2BaseToken
    function decimals() external pure returns (uint8) {
        return 18;
    }

    function _check(address l1Receiver) private view {
        if (l1Receiver == address(0)) revert ZeroReceiver();
        if (msg.value == 0) revert ZeroAmount();
    }
}
