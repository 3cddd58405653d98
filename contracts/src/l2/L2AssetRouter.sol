// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AssetId} from "../common/AssetId.sol";
import {L2_MESSENGER, L2_NATIVE_TOKEN_VAULT} from "../common/Constants.sol";
import {AddressAliasHelper} from "../common/AddressAliasHelper.sol";
import {AssetData} from "../bridge/AssetData.sol";
import {IBridgedStandardERC20} from "../interfaces/IBridgedStandardERC20.sol";
import {IL1Messenger} from "../interfaces/IL1Messenger.sol";
import {IL2AssetRouter} from "../interfaces/IL2AssetRouter.sol";
import {IL2NativeTokenVault} from "../interfaces/IL2NativeTokenVault.sol";
import {SystemUpgradeable} from "./SystemUpgradeable.sol";

/// @dev `L1_ASSET_ROUTER` and `L1_CHAIN_ID` are genesis storage.
contract L2AssetRouter is IL2AssetRouter, SystemUpgradeable {
    IL1Messenger private constant L1_MESSENGER = IL1Messenger(L2_MESSENGER);
    IL2NativeTokenVault private constant VAULT = IL2NativeTokenVault(L2_NATIVE_TOKEN_VAULT);
    bytes4 private constant FINALIZE_DEPOSIT = bytes4(keccak256("finalizeDeposit(uint256,bytes32,bytes)"));

    /// @inheritdoc IL2AssetRouter
    address public L1_ASSET_ROUTER;
    /// @inheritdoc IL2AssetRouter
    uint256 public L1_CHAIN_ID;

    modifier onlyL1AssetRouter() {
        _checkL1AssetRouter();
        _;
    }

    /// @inheritdoc IL2AssetRouter
    function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes calldata transferData) external onlyL1AssetRouter {
        if (chainId != L1_CHAIN_ID) revert WrongChain(chainId);
        _finalizeDeposit(assetId, transferData);
    }

    /// @inheritdoc IL2AssetRouter
    function finalizeDeposit(address l1Sender, address l2Receiver, address l1Token, uint256 amount, bytes calldata data)
        external
        onlyL1AssetRouter
    {
        AssetData.Metadata memory m;
        m.originChainId = L1_CHAIN_ID;
        (m.name, m.symbol, m.decimals) = abi.decode(data, (bytes, bytes, bytes));
        bytes memory transferData = AssetData.encodeTransfer(
            AssetData.Transfer(l1Sender, l2Receiver, l1Token, amount, AssetData.encodeMetadata(m))
        );
        _finalizeDeposit(AssetId.ofToken(m.originChainId, l1Token), transferData);
    }

    /// @inheritdoc IL2AssetRouter
    function withdraw(bytes32 assetId, bytes calldata assetData) external returns (bytes32) {
        if (VAULT.tokenAddress(assetId) == address(0)) VAULT.tryRegisterTokenFromBurnData(assetData, assetId);
        return _withdraw(assetId, assetData);
    }

    /// @inheritdoc IL2AssetRouter
    function withdraw(address l1Receiver, address l2Token, uint256 amount) external {
        bytes32 assetId = VAULT.assetId(l2Token);
        if (assetId == 0) revert AssetIdNotSupported(assetId);
        _withdraw(assetId, abi.encode(amount, l1Receiver, l2Token));
    }

    /// @inheritdoc IL2AssetRouter
    function l1SharedBridge() external view returns (address) {
        return L1_ASSET_ROUTER;
    }

    /// @inheritdoc IL2AssetRouter
    function l1Bridge() external view returns (address) {
        return L1_ASSET_ROUTER;
    }

    /// @inheritdoc IL2AssetRouter
    function l2TokenAddress(address l1Token) external view returns (address) {
        return VAULT.l2TokenAddress(l1Token);
    }

    /// @dev Zero for a token that is not the representation of an L1 token.
    function l1TokenAddress(address l2Token) external view returns (address) {
        bytes32 assetId = VAULT.assetId(l2Token);
        if (VAULT.originChainId(assetId) != L1_CHAIN_ID) return address(0);
        return IBridgedStandardERC20(l2Token).originToken();
    }

    function _finalizeDeposit(bytes32 assetId, bytes memory transferData) private {
        emit DepositFinalizedAssetRouter(L1_CHAIN_ID, assetId, transferData);
        VAULT.bridgeMint(L1_CHAIN_ID, assetId, transferData);
    }

    function _withdraw(bytes32 assetId, bytes memory assetData) private returns (bytes32) {
        bytes memory mintData = VAULT.bridgeBurn(L1_CHAIN_ID, assetId, msg.sender, assetData);
        emit WithdrawalInitiatedAssetRouter(L1_CHAIN_ID, msg.sender, assetId, assetData);
        return L1_MESSENGER.sendToL1(abi.encodePacked(FINALIZE_DEPOSIT, block.chainid, assetId, mintData));
    }

    function _checkL1AssetRouter() private view {
        if (msg.sender != AddressAliasHelper.applyL1ToL2Alias(L1_ASSET_ROUTER)) revert Unauthorized(msg.sender);
    }
}
